import { type FieldFreshness, holdEndsOn, officeFreshness } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import type { StackUnit } from './stack-layout.ts'

/** Words for a unit of the plan: its state in a few, its verification in a line. */
export function useUnitWords(today: string) {
  const t = useTranslations('zone.unit')
  const zone = useTranslations('zone')
  const format = useFormat()
  const day = (iso: string) => format.day(iso, 'short-day')
  const isMethod = (method: string) => zone.has(`method.${method as 'import'}`)
  const by = (role: string | null) =>
    role !== null && zone.has(`by.${role as 'zone-manager'}`)
      ? zone(`by.${role as 'zone-manager'}`)
      : zone('by.unknown')
  const method = (name: string | null) => (name !== null && isMethod(name) ? zone(`method.${name as 'import'}`) : '')

  const aged = (age: FieldFreshness) =>
    t('verifiedLine', { days: age.days, method: method(age.method), by: by(age.by) })

  const short = ({ state, office, availableFrom }: StackUnit): string => {
    switch (state) {
      case 'free':
        return availableFrom !== null && availableFrom > today
          ? t('freeFrom', { date: day(availableFrom) })
          : t('freeToday')
      case 'expired':
        return t('expired')
      case 'held': {
        const holdEnds = holdEndsOn(office)
        return holdEnds === null ? t('held') : t('heldTo', { date: day(holdEnds) })
      }
      case 'let':
        return office.leaseEndsOn === null ? t('let') : t('letTo', { date: day(office.leaseEndsOn) })
      case 'under-construction':
        return office.deliversOn === null ? t('built') : t('builtOn', { date: day(office.deliversOn) })
      case 'later':
        return availableFrom === null ? t('unknown') : t('later', { date: day(availableFrom) })
      case 'unknown':
        return t('unknown')
    }
  }
  const verification = ({ office }: StackUnit) => {
    const { state, age } = officeFreshness(office, today)
    return { state, line: age ? aged(age) : t('neverVerified') }
  }
  return { short, verification, aged, method, by, day }
}
