import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Zone } from '@tvl/model'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'

const EXAMPLE = "territorialPremiumPct >= 10 AND airportKm <= 15\n  AND status = 'operational'"

interface Answer {
  numberMatched: number
  features: Feature<Zone>[]
}

/** What the service says is wrong with a filter. */
class FilterError extends Error {}

async function ask(filter: string, language: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(pathOf(filter, language), { signal })
  const body: unknown = await response.json()
  if (response.ok) return body as Answer
  const detail = body && typeof body === 'object' && 'detail' in body ? body.detail : null
  if (response.status === 400 && typeof detail === 'string') throw new FilterError(detail)
  throw new ApiError(response.status, null)
}

const pathOf = (filter: string, language: string) =>
  `/ogc/collections/zones/items?${new URLSearchParams({ f: 'json', lang: language, limit: '100', sortby: '-score', filter })}`

/** A filter to try: what it finds among the zones, now, and its address. */
export function LiveFilter() {
  const t = useTranslations('data.live')
  const common = useTranslations('common')
  const { language, list } = useFormat()
  const [draft, setDraft] = useState(EXAMPLE)
  const [filter, setFilter] = useState(EXAMPLE)
  const { data, error } = useQuery({
    queryKey: ['live-filter', filter, language],
    queryFn: ({ signal }) => ask(filter, language, signal),
    retry: false,
    placeholderData: keepPreviousData,
  })
  const run = (event: FormEvent) => {
    event.preventDefault()
    setFilter(draft)
  }
  return (
    <form className="live" onSubmit={run}>
      <h3>
        <label htmlFor="live-filter">{t('title')}</label>
      </h3>
      <p>{t('lead')}</p>
      <textarea
        id="live-filter"
        dir="ltr"
        rows={3}
        spellCheck={false}
        value={draft}
        maxLength={2000}
        onChange={(event) => setDraft(event.target.value)}
      />
      <p className="live-acts">
        <button type="submit" className="btn primary">
          {t('run')}
        </button>
        <a className="link" href={pathOf(filter, language)}>
          {t('open')}
        </a>
      </p>
      <p className="live-answer" role="status">
        {error ? (
          error instanceof FilterError ? (
            <>
              {t('refused')} <bdi lang="en">{error.message}</bdi>
            </>
          ) : (
            common('unread')
          )
        ) : (
          data && (
            <>
              <b>{t('found', { count: data.numberMatched })}</b>{' '}
              {list(
                data.features.map(({ properties }) => shortNameOf(properties, language)),
                'unit',
              )}
            </>
          )
        )}
      </p>
    </form>
  )
}
