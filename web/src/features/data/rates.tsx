import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { collectionQuery } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Section } from './section.tsx'

/** The dated rates at which amounts in dirhams are shown in another currency. */
export function Rates() {
  const t = useTranslations('data.rates')
  const format = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const { data: sources } = useQuery(collectionQuery('sources'))
  if (!catalogue) return null
  return (
    <Section id="rates" title={t('title')} lead={t('lead')}>
      {catalogue.rates.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('rate')}</th>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.rates.map((rate) => (
              <tr key={rate.currency}>
                <th scope="row">
                  {t('value', {
                    currency: rate.currency,
                    value: format.number(Number(rate.madPerUnit), { maxDigits: 4 }),
                  })}
                </th>
                <td>{format.asOf(rate.asOf)}</td>
                <td>
                  {rate.sources.map((id) => {
                    const source = sources?.find((candidate) => candidate.id === id)?.properties
                    if (!source) return <bdi key={id}>{id}</bdi>
                    return source.url ? (
                      <a key={id} className="link" href={source.url} target="_blank" rel="noreferrer">
                        {isolate(source.publisher)}
                      </a>
                    ) : (
                      <bdi key={id}>{source.publisher}</bdi>
                    )
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
