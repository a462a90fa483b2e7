import type { Measure } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useMoney } from '../../i18n/use-money.ts'

/** Prints values of the score's measures with their units. Availability is given in seats. */
export function useMeasureWords() {
  const t = useTranslations('compare.unit')
  const format = useFormat()
  const money = useMoney()
  const value = (measure: Measure, amount: number): string => {
    switch (measure) {
      case 'rent':
        return `${money.rent(amount)}\u00a0${money.rentUnit}`
      case 'taxes':
      case 'premium':
      case 'talent-language':
        return format.percent(amount)
      case 'talent-entrants':
        return t('entrants', { count: format.number(amount, { maxDigits: 0 }) })
      case 'availability':
        return t('seats', { count: format.number(amount, { maxDigits: 0 }) })
      case 'airport':
      case 'station':
        return format.distance(amount)
      case 'growth':
        return format.area(amount)
    }
  }
  return { value }
}
