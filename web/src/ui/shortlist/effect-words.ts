import type { Effect } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRecordWords } from '../record/use-record-words.ts'
import { useDirhams } from './frozen-words.ts'

/** Says what a change does to a site, part by part; nothing when it does nothing. `costPct` adds what that is of the cost. */
export function useEffectWords(): (effect: Effect, costPct?: number | null) => string[] {
  const t = useTranslations('dossier.difference')
  const { number, percent } = useFormat()
  const dirhams = useDirhams()
  const signed = (text: string, value: number) => isolate(`${value > 0 ? '+' : '−'}${text}`)
  const money = (centimes: number | null, costPct: number | null) => {
    if (centimes === null) return t('moneyUnknown')
    const amount = signed(dirhams(Math.abs(centimes)), centimes)
    if (costPct === null) return t('money', { amount })
    return t('moneyOf', { amount, pct: isolate(percent(costPct, { sign: true, maxDigits: 2 })) })
  }
  return ({ score, monthlyCentimes, days }, costPct = null) => [
    ...(score === 0 ? [] : [t('score', { points: signed(number(Math.abs(score), { maxDigits: 2 }), score) })]),
    ...(monthlyCentimes === 0 ? [] : [money(monthlyCentimes, costPct)]),
    ...(days === 0
      ? []
      : [
          days === null
            ? t('dateUnknown')
            : t(days > 0 ? 'later' : 'sooner', { count: Math.abs(days), days: number(Math.abs(days)) }),
        ]),
  ]
}

/** Names of the fields that a difference tells of, and their values before and after. */
export function useFieldWords() {
  const t = useTranslations('dossier.difference')
  const { name, value } = useRecordWords()
  return {
    nameOfField: (field: string): string =>
      t.has(`field.${field as 'units'}`) ? t(`field.${field as 'units'}`) : name(field),
    change: (field: string, before: unknown, after: unknown): string =>
      t('change', { before: isolate(value(field, before)), after: isolate(value(field, after)) }),
  }
}
