import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../api/catalogue.ts'
import { usePreferences } from '../state/preferences.ts'
import { useFormat } from './use-format.ts'

const SQUARE_FEET_PER_M2 = 10.763_910_416_709_722

export interface Money {
  /** MAD in; the amount in the reader's currency, without its sign. */
  amount: (mad: number, maxDigits?: number) => string
  currency: string
  /** MAD/m²/month in; the amount in the reader's currency and unit of area, per month. */
  rent: (madPerM2Month: number) => string
  /** What stands beside such a rent. */
  rentUnit: string
}

/** Money in the reader's currency, at the catalogue's dated rate; dirhams where the catalogue has no rate for it. */
export function useMoney(): Money {
  const t = useTranslations('common.money')
  const format = useFormat()
  const { currency: wanted, units } = usePreferences()
  const { data: catalogue } = useQuery(catalogueQuery)
  const rate = catalogue?.rates.find(({ currency }) => currency === wanted)
  const currency = rate ? wanted : 'MAD'
  const madPerUnit = Number(rate?.madPerUnit ?? 1)
  return useMemo(() => {
    const isImperial = units === 'imperial'
    return {
      currency,
      amount: (mad, maxDigits = 0) => format.number(mad / madPerUnit, { maxDigits }),
      rent: (mad) => {
        const value = mad / madPerUnit / (isImperial ? SQUARE_FEET_PER_M2 : 1)
        return format.number(value, value < 20 ? { minDigits: 2, maxDigits: 2 } : { maxDigits: 0 })
      },
      rentUnit: t(isImperial ? 'rentImperial' : 'rent', { currency: currency === 'MAD' ? t('mad') : currency }),
    }
  }, [currency, madPerUnit, units, format, t])
}
