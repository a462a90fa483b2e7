import { NEED_TRADES } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useDraft } from './draft.ts'
import type { FaultField } from './faults.ts'
import { Field } from './field.tsx'

const TEXTS = { autoComplete: 'name', maxLength: 120 } as const

/** What a person types: the question, who asks, and what may be left out. */
export function Fields({ faultOf }: { faultOf: (field: FaultField) => string | null }) {
  const t = useTranslations('enquiry')
  const tradeWords = useTranslations('need.trade')
  const { draft, change } = useDraft()
  return (
    <>
      <Field label={t('message')} fault={faultOf('message')}>
        {(field) => (
          <textarea
            {...field}
            name="message"
            dir="auto"
            rows={5}
            maxLength={6000}
            required
            value={draft.message}
            onChange={({ target }) => change({ message: target.value })}
          />
        )}
      </Field>
      <Field label={t('name')} fault={faultOf('name')}>
        {(field) => (
          <input
            {...field}
            {...TEXTS}
            name="name"
            dir="auto"
            required
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('email')} fault={faultOf('email')}>
        {(field) => (
          <input
            {...field}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="email"
            maxLength={254}
            required
            value={draft.email}
            onChange={({ target }) => change({ email: target.value })}
          />
        )}
      </Field>
      <p className="enquiry-optional">{t('optional')}</p>
      <Field label={t('company')}>
        {(field) => (
          <input
            {...field}
            name="company"
            dir="auto"
            autoComplete="organization"
            maxLength={160}
            value={draft.company}
            onChange={({ target }) => change({ company: target.value })}
          />
        )}
      </Field>
      <div className="enquiry-pair">
        <Field label={t('seats')} fault={faultOf('seats')}>
          {(field) => (
            <input
              {...field}
              name="seats"
              inputMode="numeric"
              autoComplete="off"
              value={draft.seats}
              onChange={({ target }) => change({ seats: target.value })}
            />
          )}
        </Field>
        <Field label={t('trade')}>
          {(field) => (
            <select
              {...field}
              name="trade"
              value={draft.trade}
              onChange={({ target }) => change({ trade: target.value })}
            >
              <option value="">{t('noTrade')}</option>
              {NEED_TRADES.map((trade) => (
                <option key={trade} value={trade}>
                  {tradeWords(trade)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}
