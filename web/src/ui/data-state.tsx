import { onMoroccoClock } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { LOCALES } from '../i18n/languages.ts'
import { useFormat } from '../i18n/use-format.ts'

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
