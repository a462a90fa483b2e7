import { asksOfOffices, DEFAULT_VERIFIED_WITHIN_DAYS, type NearMiss, type Need, type Relaxation } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { type NeedWords, useNeedWords } from './use-need-words.ts'

/** The act ("search 280") and the reason ("280 contiguous seats: 20 short") of one change. */
function useRelaxationWords(words: NeedWords) {
  const t = useTranslations('explore.relax')
  const format = useFormat()
  const listValue = (term: string, added: string | number | null): string => {
    switch (term) {
      case 'statuses':
        return words.t(`status.${added as 'planned'}`)
      case 'techValley':
        return words.t(`techValley.${added as 'named'}`)
      case 'operators':
        return words.operator(String(added))
      case 'irCaps':
        return words.irCap(added as number | null)
      default:
        return added === null ? words.t('notPublished') : words.premium(added as 'A')
    }
  }
  return (relaxation: Relaxation): { act: string; why: string } => {
    switch (relaxation.term) {
      case 'seats': {
        const to = format.number(relaxation.to)
        return {
          act: t('seats', { to }),
          why: t('seatsWhy', { to, missing: format.number(relaxation.from - relaxation.to) }),
        }
      }
      case 'areaM2': {
        const to = format.area(relaxation.to)
        return { act: t('areaM2', { to }), why: t('areaM2Why', { to }) }
      }
      case 'maxRentMadPerM2Month': {
        const to = words.rent(relaxation.to)
        return { act: t('maxRentMadPerM2Month', { to }), why: t('maxRentMadPerM2MonthWhy', { to }) }
      }
      case 'contiguous':
        return { act: t('contiguous'), why: t('contiguousWhy') }
      case 'availableBy': {
        const to = format.day(relaxation.to, 'short-day')
        return { act: t('availableBy', { to }), why: t('availableByWhy', { to }) }
      }
      case 'verifiedWithinDays':
        return {
          act: t('verifiedWithinDays', { to: format.number(relaxation.to) }),
          why: relaxation.isDoubtful ? t('verifiedDoubtful') : t('verifiedWithinDaysWhy'),
        }
      case 'fitOuts': {
        const value = format.list(relaxation.added.map((fitOut) => words.t(`fitOut.${fitOut}`)))
        return { act: t('fitOuts', { value }), why: t('fitOutsWhy', { value }) }
      }
      case 'statuses':
      case 'techValley':
      case 'operators':
      case 'irCaps':
      case 'territorialPremiums': {
        const value = listValue(relaxation.term, relaxation.added)
        return { act: t('list', { value }), why: t('listWhy', { term: words.t(`term.${relaxation.term}`), value }) }
      }
      case 'airportKm':
      case 'hsrStationKm':
      case 'railStationKm': {
        const term = words.t(`term.${relaxation.term}`)
        if (relaxation.to === null) return { act: t('unknownDistance'), why: t('unknownDistanceWhy', { term }) }
        const to = format.distance(relaxation.to)
        return { act: t('distance', { to }), why: t('distanceWhy', { term, to }) }
      }
      case 'languages': {
        const to = format.percent(relaxation.to)
        const language = words.t(`language.${relaxation.language}`)
        return { act: t('languages', { to }), why: t('languagesWhy', { language, to }) }
      }
      case 'incentives':
        return {
          act: t('incentives'),
          why: t('incentivesWhy', { value: format.list(relaxation.removed.map(words.incentive)) }),
        }
      default:
        return { act: t('drop'), why: t('dropWhy', { term: words.t(`term.${DROPPED[relaxation.term]}`) }) }
    }
  }
}

const DROPPED = {
  regions: 'regions',
  provinces: 'provinces',
  anyPremium: 'territorialPremiums',
  skillsCity: 'skillsCity',
  area: 'drawnArea',
  trade: 'trade',
} as const

/** The need without what only offices can answer. */
export const withoutOffices = (need: Need): Need => ({
  ...need,
  seats: null,
  contiguous: true,
  areaM2: null,
  availableBy: null,
  fitOuts: [],
  maxRentMadPerM2Month: null,
  verifiedWithinDays: DEFAULT_VERIFIED_WITHIN_DAYS,
})

const needsOffices = (need: Need) => asksOfOffices(need) || need.seats !== null || need.areaM2 !== null

interface NearMissesProps {
  need: Need
  misses: readonly NearMiss[]
  isNothingFound: boolean
  /** false: the catalogue holds facts about zones and no office at all. */
  hasOffices: boolean
}

/** Sites that one change would admit, each with that change; pressing it applies it, and "back" undoes it. */
export function NearMisses({ need, misses, isNothingFound, hasOffices }: NearMissesProps) {
  const t = useTranslations('explore.near')
  const format = useFormat()
  const wordsOf = useRelaxationWords(useNeedWords())
  const { hover, askFor } = useApp.getState()
  if (misses.length === 0 && !isNothingFound) return null
  if (isNothingFound && !hasOffices && needsOffices(need))
    return (
      <section className="near-misses no-offices" aria-label={t('title')}>
        <h2>{t('none')}</h2>
        <p>{t('noOffices')}</p>
        <button type="button" className="btn primary" onClick={() => askFor(withoutOffices(need), null)}>
          {t('withoutOffices')}
        </button>
      </section>
    )
  return (
    <section className="near-misses" aria-label={t('title')}>
      <h2>{t(isNothingFound ? 'none' : 'title')}</h2>
      <p className="note">{t(misses.length > 0 ? 'intro' : 'noneAtAll')}</p>
      <ul>
        {misses.map((miss) => {
          const { act, why } = wordsOf(miss.relaxation)
          return (
            <li
              key={miss.zone.id}
              onPointerEnter={() => hover(miss.zone.id)}
              onPointerLeave={() => hover(null)}
              onFocus={() => hover(miss.zone.id)}
              onBlur={() => hover(null)}
            >
              <span className="rank near" aria-hidden="true" />
              <p className="near-name">
                <PageLink to={`/zones/${miss.zone.id}`} data-row-link>
                  {shortNameOf(miss.zone.properties, format.language)}
                </PageLink>
                <span className="note">{why}</span>
              </p>
              <button type="button" className="link" onClick={() => askFor(miss.need, null)}>
                {act}
              </button>
              <span className="note near-gain">{t('gain', { count: miss.extraHits })}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
