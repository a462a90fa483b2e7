import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { isUnsent, useOutbox } from '../../state/outbox.ts'
import { PageLink } from '../../ui/page-link.tsx'

/** What of this device is not published yet; each entry leads to where it is dealt with. Nothing where all is. */
export function OutboxList() {
  const t = useTranslations('manage')
  const format = useFormat()
  const entries = useOutbox((state) => state.entries)
  const unsent = entries.filter(isUnsent)
  if (unsent.length === 0) return null
  return (
    <section className="manage-outbox" aria-labelledby="outbox-list">
      <h2 id="outbox-list">{t('outbox.title')}</h2>
      <ul>
        {unsent.map(({ set, label, state, madeAt }) => {
          const office = set.writes.find(({ collection }) => collection === 'offices')
          return (
            <li key={set.id} className={`is-${state}`}>
              <b>
                {office ? (
                  <PageLink className="link" to={`/manage/offices/${office.id}`}>
                    {label}
                  </PageLink>
                ) : (
                  label
                )}
              </b>
              <span>{t(`outbox.${state as 'queued'}`)}</span>
              <span className="note">{format.instant(new Date(madeAt))}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
