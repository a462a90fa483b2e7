import type { FitOut, OfficeStatus } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

const FIELDS = [
  'seats',
  'status',
  'freeFrom',
  'holdEndsAt',
  'leaseEndsOn',
  'deliversOn',
  'rentMadPerM2Month',
  'serviceChargeMadPerM2Month',
  'fitOut',
  'areaM2',
  'photos',
] as const
type KnownField = (typeof FIELDS)[number]

const isKnown = (field: string): field is KnownField => FIELDS.some((known) => known === field)

/** Names of a unit's fields and their values in words. A field without words keeps its name. */
export function useFieldWords() {
  const t = useTranslations('manage')
  const common = useTranslations('common')
  const need = useTranslations('need')
  const format = useFormat()
  const value = (field: string, given: unknown): string => {
    if (given === null || given === undefined) return common('unknown')
    switch (field) {
      case 'status':
        return t(`status.${given as OfficeStatus}`)
      case 'fitOut':
        return need(`fitOut.${given as FitOut}`)
      case 'holdEndsAt':
        return format.instant(new Date(String(given)))
      case 'freeFrom':
      case 'leaseEndsOn':
      case 'deliversOn':
        return format.day(String(given))
      case 'rentMadPerM2Month':
      case 'serviceChargeMadPerM2Month':
        return t('rentValue', { value: format.number(Number(given), { maxDigits: 2 }) })
      case 'areaM2':
        return format.area(Number(given))
      case 'photos':
        return t('photo.count', { count: Array.isArray(given) ? given.length : 0 })
      default:
        return typeof given === 'number' ? format.number(given, { maxDigits: 2 }) : String(given)
    }
  }
  return { name: (field: string) => (isKnown(field) ? t(`field.${field}`) : field), value }
}
