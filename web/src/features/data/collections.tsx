import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { fetchJson } from '../../api/fetch-json.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Section } from './section.tsx'

/** Most items of one answer of the API. */
const MOST_ITEMS = 10_000

interface CollectionsDocument {
  collections: { id: string; title: string; description: string }[]
}

/** Every collection with its count and the addresses of its items, its page and its properties. */
export function Collections() {
  const t = useTranslations('data.collections')
  const common = useTranslations('common')
  const { language, number } = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data, isError } = useQuery({
    queryKey: ['collections', language],
    queryFn: ({ signal }) => fetchJson<CollectionsDocument>(`/ogc/collections?f=json&lang=${language}`, signal),
  })
  return (
    <Section id="collections" title={t('title')} lead={t('lead', { most: number(MOST_ITEMS) })}>
      {isError && <p className="note">{common('unread')}</p>}
      <table className="data-table collections">
        <thead>
          <tr>
            <th scope="col">{t('collection')}</th>
            <th scope="col" className="count-column">
              {t('count')}
            </th>
            <th scope="col">{t('get')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.collections.map(({ id, title, description }) => (
            <tr key={id}>
              <th scope="row">
                <span className="collection-name">{title}</span>{' '}
                <bdi dir="ltr" className="note">
                  {id}
                </bdi>
                <span className="collection-text">{description}</span>
              </th>
              <td className="count-column">
                <bdi>{number(catalogue?.counts[id] ?? 0)}</bdi>
              </td>
              <td className="collection-links">
                <a className="link" href={`/ogc/collections/${id}/items?f=json&limit=${MOST_ITEMS}`}>
                  GeoJSON<span className="sr"> {title}</span>
                </a>
                <a className="link" href={`/ogc/collections/${id}/items?f=html&lang=${language}`}>
                  {t('browse')}
                  <span className="sr"> {title}</span>
                </a>
                <a className="link" href={`/ogc/collections/${id}/queryables?f=html&lang=${language}`}>
                  {t('properties')}
                  <span className="sr"> {title}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
