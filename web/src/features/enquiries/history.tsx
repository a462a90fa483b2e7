import type { EnquiryEvent } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What was done with it, the last first. */
export function History({ events }: { events: readonly EnquiryEvent[] }) {
  const t = useTranslations('enquiries')
  const { instant } = useFormat()
  const whatOf = ({ kind, status, reason, assignee }: EnquiryEvent): string => {
    if (kind === 'status' && status) {
      const name = t(`status.${status}`)
      return reason ? t('history.statusReason', { status: name, reason: t(`closing.${reason}`) }) : name
    }
    if (kind !== 'assigned')
      return t(kind === 'escalated' ? 'history.escalated' : kind === 'note' ? 'history.note' : 'history.received')
    return assignee ? t('history.assigned', { who: isolate(assignee.name || t('anonymous')) }) : t('history.unassigned')
  }
  return (
    <section aria-labelledby="enquiries-history">
      <h2 id="enquiries-history">{t('history.title')}</h2>
      <ol className="enquiries-history">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <span className="note">
              {instant(new Date(event.at))}
              {event.kind !== 'received' && (
                <>
                  {' · '}
                  <bdi>{event.actor ? event.actor.name || t('anonymous') : t('service')}</bdi>
                </>
              )}
            </span>
            <span>{whatOf(event)}</span>
            {event.text !== null && (
              <p className="enquiries-message" dir="auto">
                {event.text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
