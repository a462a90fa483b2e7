import type { Office } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Line } from './line.tsx'
import { useFieldWords } from './use-field-words.ts'

interface RentLineProps {
  /** as typed */
  value: string
  /** as the draft reads */
  office: Office
  isUnreadable: boolean
  onChange: (value: string) => void
}

/** The rent in dirhams, whatever currency is shown elsewhere: it is what the lease says. */
export function RentLine({ value, office, isUnreadable, onChange }: RentLineProps) {
  const t = useTranslations('manage')
  const words = useFieldWords()
  const id = useId()
  const { rentMadPerM2Month: rent } = office
  return (
    <Line
      part="rent"
      label={t('field.rentMadPerM2Month')}
      value={rent === null ? null : words.value('rentMadPerM2Month', rent)}
      wrong={isUnreadable ? t('unit.rentWrong') : null}
    >
      <p className="unit-field">
        <label htmlFor={id}>{t('unit.rentUnit')}</label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          value={value}
          aria-invalid={isUnreadable}
          onChange={(event) => onChange(event.target.value)}
        />
      </p>
    </Line>
  )
}
