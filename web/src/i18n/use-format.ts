import type { Language } from '@tvl/model'
import { useMemo } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useApp } from '../state/store.ts'
import * as format from './format.ts'

export interface Format {
  language: Language
  /** between two things that are said one after the other, with its space */
  comma: string
  number: (value: number, options?: Parameters<typeof format.formatNumber>[2]) => string
  percent: (value: number, options?: Parameters<typeof format.formatPercent>[2]) => string
  day: (isoDay: string, style?: format.DateStyle) => string
  instant: (instant: Date, style?: 'full' | 'time') => string
  asOf: (asOf: string) => string
  distance: (km: number) => string
  area: (m2: number) => string
  list: (items: readonly string[], type?: Parameters<typeof format.formatList>[2]) => string
}

/** The formatters of `format.ts`, bound to the reader's language and units. */
export function useFormat(): Format {
  const language = useApp((state) => state.language)
  const units = usePreferences((state) => state.units)
  return useMemo(
    () => ({
      language,
      comma: language === 'ar' ? '، ' : ', ',
      number: (value, options) => format.formatNumber(language, value, options),
      percent: (value, options) => format.formatPercent(language, value, options),
      day: (isoDay, style) => format.formatDay(language, isoDay, style),
      instant: (instant, style) => format.formatInstant(language, instant, style),
      asOf: (asOf) => format.formatAsOf(language, asOf),
      distance: (km) => format.formatDistance(language, km, units),
      area: (m2) => format.formatArea(language, m2, units),
      list: (items, type) => format.formatList(language, items, type),
    }),
    [language, units],
  )
}
