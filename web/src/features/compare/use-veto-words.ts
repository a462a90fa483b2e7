import { type Criterion, DEFAULT_ASKED_SEATS, type Veto } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { measureFor } from './profile-url.ts'
import { useMeasureWords } from './use-measure-words.ts'

/** Sentences about a bound that a site breaks, or that cannot be told. */
export function useVetoWords(byLanguage: boolean) {
  const t = useTranslations('compare')
  const format = useFormat()
  const words = useMeasureWords()
  const bound = ({ criterion, bound: kind, value }: Veto) => {
    const inUnit = criterion === 'availability' ? value * DEFAULT_ASKED_SEATS : value
    const sign = kind === 'at-most' ? '≤' : '≥'
    return `${name(criterion)} ${sign} ${words.value(measureFor(criterion, byLanguage), inUnit)}`
  }
  const name = (criterion: Criterion) => t(`criterion.${criterion}`)
  return {
    broken: (veto: Veto) => t('veto.broken', { bound: bound(veto) }),
    untold: (veto: Veto) => t('veto.untold', { bound: bound(veto) }),
    number: format.number,
  }
}
