import { useQuery } from '@tanstack/react-query'
import { matchesName } from '@tvl/model'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Section } from './section.tsx'

/** Every document the figures come from, found by any word of its title, publisher or id. */
export function Sources() {
  const t = useTranslations('data.sources')
  const common = useTranslations('common')
  const format = useFormat()
  const { data: sources, isError } = useQuery(collectionQuery('sources'))
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const sorted = useMemo(
    () =>
      [...(sources ?? [])].sort((a, b) =>
        a.properties.publisher.localeCompare(b.properties.publisher, format.language),
      ),
    [sources, format.language],
  )
  const found = sorted.filter(({ id, properties: { title, publisher, publishedOn } }) =>
    matchesName(asked, [title, publisher, `${publisher} ${title}`, id, publishedOn ?? '']),
  )
  return (
    <Section id="sources" title={t('title')} lead={t('lead')}>
      {isError && <p className="note">{common('unread')}</p>}
      <p className="source-search">
        <label htmlFor="source-search">{t('search')}</label>
        <input id="source-search" type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        <span role="status" className="note">
          {sources && t('found', { count: found.length, total: format.number(sorted.length) })}
        </span>
      </p>
      <ul className="source-list">
        {found.map(({ id, properties: source }) => (
          <li key={id} id={`source-${id}`}>
            <span className="source-title">
              {source.url ? (
                <a className="link" href={source.url} target="_blank" rel="noreferrer">
                  <bdi className="wraps">{source.title}</bdi>
                </a>
              ) : (
                <bdi className="wraps">{source.title}</bdi>
              )}
            </span>
            <span className="note">
              {isolate(source.publisher)}
              {' · '}
              {source.publishedOn ? format.asOf(source.publishedOn) : t('undated')}
              {' · '}
              <bdi dir="ltr">{id}</bdi>
              {!source.url && ` · ${t('noLink')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
