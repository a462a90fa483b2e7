import { useQuery } from '@tanstack/react-query'
import type { Change, Incentive, IncentiveProject, Reason, Verdict, Zone } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { collectionQuery, type Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** Words for the answers of the incentive rules, which answer in data. */
export function useIncentiveWords(zone: Feature<Zone>, project: IncentiveProject) {
  const t = useTranslations('zone.incentives')
  const kinds = useTranslations('zone.kind')
  const need = useTranslations('need')
  const format = useFormat()
  const { data: regions } = useQuery(collectionQuery('regions'))
  const { language } = format
  const { properties } = zone
  const regionName = (id: string) => {
    const region = regions?.find((candidate) => candidate.id === id)
    return region ? nameOf(region.properties, language) : id
  }
  const category = (value: string) =>
    value === 'A' || value === 'B' ? need(`premium.${value}`, { pct: '' }).replace(/[,،\s]+$/u, '') : value
  const kindName = (kind: string) => (kinds.has(kind as Zone['kind']) ? kinds(kind as Zone['kind']) : kind)

  function condition(reason: Extract<Reason, { kind: 'condition' }>): string {
    const { condition: asked, outcome } = reason
    const holds = outcome === 'holds'
    switch (asked.kind) {
      case 'zone-in':
        return holds ? t('reason.zoneYes', { zone: nameOf(properties, language) }) : t('reason.zoneNo')
      case 'zone-kind-in':
        return holds ? t('reason.kindYes', { kind: kindName(properties.kind) }) : t('reason.kindNo')
      case 'region-in':
        return holds ? t('reason.regionYes', { region: regionName(properties.regionId) }) : t('reason.regionNo')
      case 'ir-cap':
        if (outcome === 'unknown' || properties.irCapPct === null) return t('reason.capUnknown')
        return holds
          ? t('reason.capYes', { pct: format.percent(asked.pct) })
          : t('reason.capNo', { have: format.percent(properties.irCapPct), pct: format.percent(asked.pct) })
      case 'territorial-premium':
        if (outcome === 'unknown' || properties.territorialPremium === null) return t('reason.premiumUnknown')
        if (properties.territorialPremium === 'none') return t('reason.premiumNone')
        return holds
          ? t('reason.premiumYes', { category: category(asked.category) })
          : t('reason.premiumNo', { have: category(properties.territorialPremium) })
      case 'trade-in':
        if (project.trade === null) return t('reason.tradeUnknown')
        return t(holds ? 'reason.tradeYes' : 'reason.tradeNo', { trade: need(`trade.${project.trade}`) })
      case 'min-jobs': {
        if (project.jobs === null) return t('reason.jobsUnknown', { floor: format.number(asked.jobs) })
        if (outcome === 'unknown' && asked.orAsk) return asked.orAsk[language]
        const jobs = { jobs: format.number(project.jobs), floor: format.number(asked.jobs) }
        return t(holds ? 'reason.jobsYes' : 'reason.jobsNo', jobs)
      }
      case 'unpublished':
        return asked[language]
    }
  }

  function reason(given: Reason): string {
    if (given.kind === 'condition') return condition(given)
    if (given.kind === 'status') return given.status === 'ended' ? t('reason.ended') : t('reason.statusUnknown')
    return given.validFrom !== null && project.startsOn < given.validFrom
      ? t('reason.beforeStart', { date: format.day(given.validFrom) })
      : t('reason.afterEnd', { date: format.day(given.validTo ?? project.startsOn) })
  }

  /** True for a condition that comes in whole sentences of its own, as its source has them. */
  const isSentence = (given: Reason) =>
    given.kind === 'condition' &&
    (given.condition.kind === 'unpublished' ||
      (given.condition.kind === 'min-jobs' && given.outcome === 'unknown' && project.jobs !== null))

  /**
   * What decided the answer: what fails for a no, what cannot be told for an ask, what holds for a yes. Clauses follow
   * a "because"; sentences stand alone.
   */
  function reasons({ answer, reasons: all }: Verdict): { clauses: string[]; sentences: string[] } {
    const deciding = { yes: 'holds', no: 'fails', ask: 'unknown' } as const
    const given = all.filter(
      (each) => each.outcome === deciding[answer] && (answer !== 'yes' || each.kind === 'condition'),
    )
    const clauses = given.filter((each) => !isSentence(each)).map(reason)
    return {
      clauses: answer === 'yes' && clauses.length === 0 ? [t('reason.everywhere')] : clauses,
      sentences: given.filter(isSentence).map(reason),
    }
  }

  function change(wanted: Change): string {
    switch (wanted.kind) {
      case 'start': {
        const [from, to] = [wanted.from && format.day(wanted.from), wanted.to && format.day(wanted.to)]
        if (from && to) return t('change.start', { from, to })
        return from ? t('change.startFrom', { from }) : t('change.startTo', { to: to ?? '' })
      }
      case 'trade':
        return t('change.trade', {
          trades: format.list(
            wanted.trades.map((trade) => need(`trade.${trade}`)),
            'disjunction',
          ),
        })
      case 'jobs':
        return t('change.jobs', { jobs: format.number(wanted.jobs) })
      case 'site': {
        const { condition: asked } = wanted
        if (asked.kind === 'zone-kind-in')
          return t('change.kind', { kinds: format.list(asked.kinds.map(kindName), 'disjunction') })
        if (asked.kind === 'region-in')
          return t('change.region', { regions: format.list(asked.regionIds.map(regionName), 'disjunction') })
        if (asked.kind === 'ir-cap') return t('change.cap', { pct: format.percent(asked.pct) })
        if (asked.kind === 'territorial-premium') return t('change.premium', { category: category(asked.category) })
        return t('change.site')
      }
    }
  }

  function dates({ validFrom, validTo }: Incentive): string {
    const [from, to] = [validFrom && format.day(validFrom), validTo && format.day(validTo)]
    if (from && to) return t('dates', { from, to })
    if (from) return t('datesFrom', { from })
    return to ? t('datesTo', { to }) : t('datesNone')
  }
  return { reasons, change, dates }
}
