import { COLUMN_FIT_OUTS, COLUMN_STATUSES, type Round, type VerifiedField } from '@tvl/model'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { readDecimal } from './unit-draft.ts'
import { useFieldWords } from './use-field-words.ts'

export type SampleValues = Partial<Record<VerifiedField, string | number>>
type Sample = Round['sample'][number]

interface SampleFormProps {
  sample: Sample
  /** fields that were not given as they are on record */
  differing: readonly string[]
  isSending: boolean
  onGive: (values: SampleValues) => void
}

const CHOICES: Partial<Record<VerifiedField, readonly string[]>> = { status: COLUMN_STATUSES, fitOut: COLUMN_FIT_OUTS }

/** A unit of the sample: its values are given again, without the record's being shown. */
export function SampleForm({ sample, differing, isSending, onGive }: SampleFormProps) {
  const t = useTranslations('manage.round')
  const words = useFieldWords()
  const id = useId()
  const [typed, setTyped] = useState<Partial<Record<VerifiedField, string>>>({})
  const unit = isolate(sample.name)
  if (sample.isConfirmed) return <p className="due-sampled">{t('sampled', { unit })}</p>
  const give = (event: FormEvent) => {
    event.preventDefault()
    const values = sample.fields.flatMap((field) => {
      const text = typed[field] ?? ''
      const value = CHOICES[field] ? text : readDecimal(text)
      return value === null || value === '' ? [] : [[field, value] as const]
    })
    onGive(Object.fromEntries(values))
  }
  return (
    <form className="due-sample" onSubmit={give}>
      <h3>{t('unit', { unit, floor: sample.floor })}</h3>
      {sample.fields.map((field, i) => {
        const isWrong = differing.includes(field)
        const common = {
          id: `${id}-${field}`,
          required: true,
          'data-next': i === 0 ? '' : undefined,
          value: typed[field] ?? '',
          'aria-invalid': isWrong,
          'aria-describedby': isWrong ? `${id}-wrong` : undefined,
        }
        const set = (value: string) => setTyped((all) => ({ ...all, [field]: value }))
        return (
          <p key={field} className="unit-field">
            <label htmlFor={`${id}-${field}`}>{words.name(field)}</label>
            {CHOICES[field] ? (
              <select {...common} onChange={(event) => set(event.target.value)}>
                <option value="">{t('choose')}</option>
                {CHOICES[field].map((value) => (
                  <option key={value} value={value}>
                    {words.value(field, value)}
                  </option>
                ))}
              </select>
            ) : (
              <input {...common} inputMode="decimal" autoComplete="off" onChange={(event) => set(event.target.value)} />
            )}
          </p>
        )
      })}
      {differing.length > 0 && (
        <p id={`${id}-wrong`} role="alert" className="due-wrong">
          {t('differs')}{' '}
          <PageLink className="link" to={`/manage/offices/${sample.office}`}>
            {t('correct')}
          </PageLink>
        </p>
      )}
      <button type="submit" className="btn" disabled={isSending}>
        {t('give')}
      </button>
    </form>
  )
}
