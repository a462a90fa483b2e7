import { onMoroccoClock } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { ApiError } from '../api/fetch-json.ts'
import { LOCALES } from '../i18n/languages.ts'
import { useFormat } from '../i18n/use-format.ts'
import { PageLink } from './page-link.tsx'

interface DataStateProps {
  error: Error | null
  /** true: there is nothing older to show */
  isEmpty: boolean
  /** ms */
  readAt: number
  onRetry: () => void
}

/** Says when the data could not be read, or how old it is when only its refresh failed. Silent otherwise. */
export function DataState({ error, isEmpty, readAt, onRetry }: DataStateProps) {
  const t = useTranslations('common')
  const { language } = useFormat()
  if (!error) return null
  // Trying again does not help who writes without a second factor; adding one does.
  if (error instanceof ApiError && error.code === 'second-factor.required') {
    return (
      <div className="data-state" role="alert">
        <p>{t('secondFactor.text')}</p>
        <PageLink className="btn" to="/account" change={{ params: {} }}>
          {t('secondFactor.account')}
        </PageLink>
      </div>
    )
  }
  const date = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(onMoroccoClock(new Date(readAt)))
  return (
    <div className="data-state" role="alert">
      <p>{isEmpty ? `${t('unread')} ${t('kept')}` : t(navigator.onLine ? 'staleSince' : 'offline', { date })}</p>
      <button type="button" className="btn" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  )
}
