import { rfiField } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { RequestItem } from '../../api/requests.ts'
import { useFormat } from '../../i18n/use-format.ts'

const UNITS = [
  ...(['MAD', 'EUR', 'USD', 'GBP', 'm2', 'ft2', 'km2', 'ha', 'acre', 'km', 'mi', 'm'] as const),
  ...(['kVA', 'MVA', 'h', 'min', 'month', 'year'] as const),
]
type Unit = (typeof UNITS)[number]
const isUnit = (key: string): key is Unit => (UNITS as readonly string[]).includes(key)

const AS_WRITTEN = new Set(['year', 'coordinate'])

/** An answer in the reader's way of writing: what stands in the cell is the figure itself. */
export function useAnswerWords() {
  const t = useTranslations('requests.unit')
  const format = useFormat()
  const fieldName = (key: string | null): string | null =>
    (key === null ? undefined : rfiField(key))?.words[format.language] ?? null
  const value = ({ value: found, unit, field }: Pick<RequestItem, 'value' | 'unit' | 'field'>): string | null => {
    if (found === null) return null
    const dimension = field === null ? undefined : rfiField(field)?.dimension
    if (typeof found === 'string') return dimension === 'date' ? format.asOf(found) : found
    if (unit === '%') return format.percent(found, { maxDigits: 2 })
    if (AS_WRITTEN.has(dimension ?? '')) return String(found)
    // Of money, hundredths are said in full.
    const minDigits = dimension === 'rent' && !Number.isInteger(found) ? 2 : 0
    return format.number(found, { maxDigits: 3, minDigits })
  }
  /** Each part of a unit in words: `EUR/m²/year` → EUR/m²/an, أورو/م²/سنة. */
  const unitOf = (unit: string | null): string | null => {
    if (unit === null || unit === '%') return null
    return unit.replace(/[A-Za-z]+²?/g, (part) => {
      const key = part.replace('²', '2')
      return isUnit(key) ? t(key) : part
    })
  }
  return { fieldName, value, unitOf }
}
