import type { Enquiry } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useNames } from './use-names.ts'

/** Why it came here: the rule that decided, in words. */
export function Routing({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries.routing')
  const { number } = useFormat()
  const names = useNames()
  const { rule, least, owner, named, regions } = enquiry.routing
  const key = (rule === 'large' || rule === 'link') && named.length > 0 ? (`${rule}Named` as const) : rule
  return (
    <section aria-labelledby="enquiries-routing">
      <h2 id="enquiries-routing">{t('title')}</h2>
      <p>
        {t(key, {
          owner: names.organisation(owner),
          named: names.organisations(named),
          regions: names.regions(regions),
          least: number(least ?? 0),
        })}
      </p>
    </section>
  )
}

/** Why it was put aside. */
export function SpamReasons({ reasons }: { reasons: readonly string[] }) {
  const t = useTranslations('enquiries.spam')
  return (
    <section aria-labelledby="enquiries-spam">
      <h2 id="enquiries-spam">{t('title')}</h2>
      <ul className="enquiries-reasons">
        {[...new Set(reasons)].map((reason) => {
          const key = `reason.${reason}` as Parameters<typeof t.has>[0]
          return <li key={reason}>{t.has(key) ? t(key) : reason}</li>
        })}
      </ul>
    </section>
  )
}
