import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { alertSettingsQuery, endAlertFeed, makeAlertFeed } from '../../api/alerts.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CopyField } from '../../ui/copy-field.tsx'

/** The address under which a feed reader finds the alerts. It is shown once: the server keeps its hash alone. */
export function FeedPart() {
  const t = useTranslations('alerts.feed')
  const { language } = useFormat()
  const queries = useQueryClient()
  const { data } = useQuery(alertSettingsQuery)
  const [token, setToken] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<'ended' | 'failed' | null>(null)
  const attempt = async (work: () => Promise<{ token: string } | null>) => {
    setOutcome(null)
    try {
      const made = await work()
      setToken(made?.token ?? null)
      if (!made) setOutcome('ended')
      await queries.invalidateQueries({ queryKey: alertSettingsQuery.queryKey })
    } catch {
      setOutcome('failed')
    }
  }
  if (!data) return null
  return (
    <section className="alerts-part">
      <h2>{t('title')}</h2>
      <p className="note">{t('text')}</p>
      {token !== null && (
        <CopyField label={t('address')} value={`${location.origin}/api/alerts/feed/${token}?lang=${language}`} />
      )}
      {data.hasFeed && token === null && <p>{t('has')}</p>}
      <p className="alerts-save">
        <button type="button" className="btn" onClick={() => void attempt(makeAlertFeed)}>
          {t(data.hasFeed ? 'again' : 'make')}
        </button>
        {data.hasFeed && (
          <button type="button" className="link" onClick={() => void attempt(endAlertFeed)}>
            {t('end')}
          </button>
        )}
      </p>
      <p role="status">{outcome && t(outcome)}</p>
    </section>
  )
}
