import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { addressAt, asOf } from '../../state/as-of.ts'

const REFUSALS = ['as-of.invalid', 'as-of.future', 'as-of.before'] as const

/** A page of the past says so above everything else; a moment that the record does not hold is a page of its own. */
export function Past({ children }: { children: ReactNode }) {
  const t = useTranslations('common.past')
  const format = useFormat()
  const { data: catalogue, error } = useQuery(catalogueQuery)
  const refusal = error instanceof ApiError ? REFUSALS.find((code) => code === error.code) : undefined
  const now = (
    // A load of the page: nothing of the past may stay in it.
    <a className="link" href={addressAt(null)}>
      {t('now')}
    </a>
  )
  if (refusal)
    return (
      <main id="main" className="plain-page">
        <div className="plain-alert" role="alert">
          <h1 className="title">{t('none')}</h1>
          <p>{t(refusal.replace('as-of.', 'refused.') as 'refused.invalid')}</p>
        </div>
        <p>{now}</p>
      </main>
    )
  const instant = new Date(asOf ?? '')
  const isInstant = !/^\d+$/.test(asOf ?? '') && !Number.isNaN(instant.getTime())
  return (
    <>
      <p className="past" role="status">
        <span>
          {isInstant ? t('at', { time: format.instant(instant) }) : t('version')}
          {catalogue && (
            <>
              {' '}
              <span className="past-version">
                {t('detail', { version: format.number(catalogue.version), day: format.day(catalogue.today) })}
              </span>
            </>
          )}
        </span>
        {now}
      </p>
      {children}
    </>
  )
}
