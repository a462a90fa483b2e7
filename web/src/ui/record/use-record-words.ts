import { BULK_COLLECTIONS, bulkField, clockInMorocco } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { LOCALES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { LiveChange } from '../../state/live.ts'

/** What the server alone says: told as "verified again", not field by field. */
const BY_SERVER: readonly string[] = [
  'provenance',
  'verifications',
  'verifiedOn',
  'verifiedBy',
  'verificationMethod',
  'geometry',
]
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const LONGEST = 60

/** The fields of a change that a person wrote, with the values before and after. */
export const fieldsWritten = ({ fields }: Pick<LiveChange, 'fields'>) =>
  Object.entries(fields).filter(([field]) => !BY_SERVER.includes(field))

export const isVerification = ({ fields }: Pick<LiveChange, 'fields'>): boolean =>
  'verifications' in fields || 'verifiedOn' in fields

/** Words for what the record holds: names of fields, values, hours. */
export function useRecordWords() {
  const t = useTranslations('common.live')
  const { language, day, number } = useFormat()
  const name = (field: string): string => {
    if (t.has(`field.${field as 'seats'}`)) return t(`field.${field as 'seats'}`)
    const known = BULK_COLLECTIONS.map((collection) => bulkField(collection, field)).find(Boolean)
    return known?.words[language] ?? isolate(field)
  }
  const instant = (iso: string): string => {
    const { day: on, time } = clockInMorocco(new Date(iso))
    return `${day(on, 'short-day')} ${isolate(time)}`
  }
  const value = (field: string, given: unknown): string => {
    if (given === null || given === undefined) return t('unknown')
    if (typeof given === 'number') return number(given, { maxDigits: 2 })
    if (Array.isArray(given)) return number(given.length)
    const text = typeof given === 'string' ? given : JSON.stringify(given)
    if (field === 'holdEndsAt') return instant(text)
    if (ISO_DAY.test(text)) return day(text, 'short-day')
    if (t.has(`value.${text as 'free'}`)) return t(`value.${text as 'free'}`)
    return isolate(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
  }
  const time = (iso: string): string =>
    isolate(
      new Intl.DateTimeFormat(LOCALES[language], {
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: 'Africa/Casablanca',
      }).format(new Date(iso)),
    )
  const role = (known: string): string =>
    t.has(`role.${known as 'manager'}`) ? t(`role.${known as 'manager'}`) : isolate(known)
  return { name, value, role, instant, time }
}
