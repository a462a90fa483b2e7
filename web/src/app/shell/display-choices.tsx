import { useQuery } from '@tanstack/react-query'
import type { Currency } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { THEMES, usePreferences } from '../../state/preferences.ts'

interface ChoiceProps<T extends string> {
  legend: string
  name: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ legend, name, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend className="eyebrow">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

/** Theme, currency and units. A currency is offered only when the catalogue has a dated rate for it. */
export function DisplayChoices() {
  const t = useTranslations('common.display')
  const format = useFormat()
  const preferences = usePreferences()
  const { data: catalogue } = useQuery(catalogueQuery)
  const rates = catalogue?.rates ?? []
  const currencies: Currency[] = ['MAD', ...rates.map((rate) => rate.currency)]
  const rate = rates.find(({ currency }) => currency === preferences.currency)
  return (
    <>
      <Choice
        legend={t('theme')}
        name="theme"
        value={preferences.theme}
        options={THEMES.map((value) => ({ value, label: t(value) }))}
        onChange={(theme) => preferences.set({ theme })}
      />
      <Choice
        legend={t('currency')}
        name="currency"
        value={preferences.currency}
        options={currencies.map((value) => ({ value, label: value }))}
        onChange={(currency) => preferences.set({ currency })}
      />
      {rate && (
        <p className="note">
          {t('rate', {
            currency: rate.currency,
            value: format.number(rate.madPerUnit, { maxDigits: 4 }),
            date: format.asOf(rate.asOf),
          })}
        </p>
      )}
      {catalogue && rates.length === 0 && <p className="note">{t('noRate')}</p>}
      <Choice
        legend={t('units')}
        name="units"
        value={preferences.units}
        options={(['metric', 'imperial'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(units) => preferences.set({ units })}
      />
    </>
  )
}
