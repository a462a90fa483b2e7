import type { Provenance, Region, TalentPool } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import type { FactRow } from './fact-table.tsx'
import { useShortDate } from './use-short-date.ts'

type NumberOf<T> = { [K in keyof T]-?: T[K] extends number | null ? K : never }[keyof T]
type PoolFigure = NumberOf<TalentPool>

/** Place of a region among those with a published figure, highest first; null when its own is not published. */
export function placeAmong(
  pools: readonly Feature<TalentPool>[],
  own: TalentPool,
  property: PoolFigure,
): { rank: number; total: number } | null {
  const value = own[property]
  if (value === null) return null
  const published = pools.flatMap(({ properties }) =>
    properties.regionId !== null && properties[property] !== null ? [properties[property]] : [],
  )
  return { rank: 1 + published.filter((other) => other > value).length, total: published.length }
}

/** The people of the region, each figure beside the Kingdom's or its place among the regions. */
export function useTalent(
  pools: readonly Feature<TalentPool>[] | undefined,
  region: Region | undefined,
  regionId: string,
): FactRow[] {
  const t = useTranslations('zone.talent')
  const why = useTranslations('zone.why')
  const zone = useTranslations('zone')
  const format = useFormat()
  const shortDate = useShortDate()
  const pool = pools?.find(({ properties }) => properties.regionId === regionId)?.properties
  const national = pools?.find(({ properties }) => properties.regionId === null)?.properties
  if (!pools || !pool || !region) return []
  const known = (of: TalentPool | undefined, property: PoolFigure): Provenance | null =>
    of && of[property] !== null ? provenanceOf(of.provenance, property) : null

  const row = (
    property: PoolFigure,
    label: string,
    print: (value: number) => string,
    beside: 'national' | 'place',
  ): FactRow => {
    const value = pool[property]
    const whole = national?.[property] ?? null
    const place = placeAmong(pools, pool, property)
    const own = known(pool, property)
    const date = own?.asOf ? shortDate(own.asOf) : null
    const compared =
      beside === 'place' || whole === null
        ? place && t('rank', { rank: format.number(place.rank), total: format.number(place.total) })
        : t('national', { value: print(whole) })
    const note = [date, compared].filter(Boolean).join(zone('comma'))
    return {
      key: property,
      label,
      value: value === null ? null : print(value),
      provenance: own,
      also: beside === 'national' ? known(national, property) : null,
      ...(note && { note }),
      ...(value === null && { why: why('talent') }),
    }
  }
  const percent = (value: number) => format.percent(value)
  const number = (value: number) => format.number(value)
  const growth = region.populationGrowthPct
  const town = { fr: pool.cmcFr, ar: pool.cmcAr, en: pool.cmcEn }[format.language]
  const rows: (FactRow | false)[] = [
    row('universityNewEntrants', t('entrants'), number, 'place'),
    row('literateFrenchPct', t('french'), percent, 'national'),
    row('literateEnglishPct', t('english'), percent, 'national'),
    pool.literateSpanishPct !== null && row('literateSpanishPct', t('spanish'), percent, 'national'),
    row('unemploymentPct', t('unemployment'), percent, 'place'),
    row('activityPct', t('activity'), percent, 'national'),
    row('labourForceSharePct', t('labour'), percent, 'place'),
    {
      key: 'population2024',
      label: t('population'),
      value: region.population2024 === null ? null : format.number(region.population2024),
      provenance: region.population2024 === null ? null : provenanceOf(region.provenance, 'population2024'),
      ...(growth !== null && {
        note: `2024${zone('comma')}${t('since2014', { pct: format.percent(growth, { sign: true, maxDigits: 2 }) })}`,
        also: provenanceOf(region.provenance, 'populationGrowthPct'),
      }),
    },
    row('offshoringJobs', t('offshoring'), number, 'national'),
    {
      key: 'cmcFr',
      label: t('skillsCity'),
      value: town && isolate(town),
      provenance: town ? provenanceOf(pool.provenance, 'cmcFr') : null,
    },
    pool.cmcPlacesPerYear !== null && row('cmcPlacesPerYear', t('cmcPlaces'), number, 'place'),
    pool.cmcDigitalOffshoringPlacesPerYear !== null &&
      row('cmcDigitalOffshoringPlacesPerYear', t('cmcDigital'), number, 'place'),
    pool.ofpptPlaces !== null && row('ofpptPlaces', t('ofppt'), number, 'place'),
  ]
  return rows.filter((candidate) => candidate !== false)
}
