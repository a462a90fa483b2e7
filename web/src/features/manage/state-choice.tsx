import { COLUMN_STATUSES, type OfficeStatus } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'

interface StateChoiceProps {
  value: OfficeStatus
  published: OfficeStatus
  onChange: (status: OfficeStatus) => void
}

/** What a unit is: free, held, let or being built. */
export function StateChoice({ value, published, onChange }: StateChoiceProps) {
  const t = useTranslations('manage')
  const name = useId()
  return (
    <fieldset className="unit-state">
      <legend className="unit-label">
        {t('unit.state')}
        {value !== published && (
          <s>
            <span className="sr">{t('unit.was')}</span> {t(`status.${published}`)}
          </s>
        )}
      </legend>
      {COLUMN_STATUSES.map((status) => (
        <label key={status}>
          <input type="radio" name={name} value={status} checked={value === status} onChange={() => onChange(status)} />
          <span>{t(`status.${status}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
