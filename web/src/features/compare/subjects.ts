import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import {
  evaluate,
  type Language,
  type Office,
  type RuleZone,
  type SiteForScore,
  type TalentPool,
  type ZoneEvaluation,
} from '@tvl/model'
import { useMemo } from 'react'
import { collectionQuery, type Feature, featureQuery } from '../../api/features.ts'
import { useScores, type ZoneIndex } from '../../api/zone-index.ts'
import { nameOf, shortNameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'

export type Kind = 'zones' | 'offices'

/** One column of the comparison: a zone, or an office with the zone it stands in. */
export interface Subject {
  id: string
  zone: RuleZone
  office: Office | null
  pool: TalentPool | null
  /** the zone at the need; null when the catalogue has no office there, which is not "none free" */
  evaluation: ZoneEvaluation | null
  site: SiteForScore
}

export interface Subjects {
  subjects: readonly Subject[]
  /** ids of the address that name nothing */
  strangers: readonly string[]
  isPending: boolean
}

/** An office's full name: its code alone says nothing beside the units of another zone. */
export const subjectName = ({ zone, office }: Subject, language: Language): string => {
  const site = shortNameOf(zone.properties, language)
  return office ? `${site} ${office.name}` : site
}

export const regionNameOf = (
  regions: readonly { id: string; properties: Parameters<typeof nameOf>[0] }[] | undefined,
  id: string,
  language: Language,
): string | null => {
  const region = regions?.find((candidate) => candidate.id === id)
  return region ? nameOf(region.properties, language) : null
}

/** Kept the same object as long as nothing in it changed, so that what is derived from it need not be made anew. */
const readOffices = (results: readonly UseQueryResult<Feature<Office>>[]) => ({
  found: results.map(({ data }) => data?.properties),
  isPending: results.some((result) => result.isPending),
})

/** The compared sites in the order of the address, with everything that rows and score read. */
export function useSubjects(zoneIndex: ZoneIndex | null, kind: Kind): Subjects {
  const ids = useApp((state) => state.compared)
  const need = useApp((state) => state.need)
  const evaluation = useMemo(() => zoneIndex && evaluate(zoneIndex.index, need, zoneIndex.context), [zoneIndex, need])
  const scores = useScores(zoneIndex, need)
  const offices = useQueries({
    queries: ids.map((id) => ({ ...featureQuery('offices', id), enabled: kind === 'offices' })),
    combine: readOffices,
  })
  const isPending = kind === 'offices' && offices.isPending
  return useMemo(() => {
    if (!zoneIndex || !evaluation || !scores) return { subjects: [], strangers: [], isPending: true }
    const { index, poolOf } = zoneIndex
    const subjectOf = (id: string, zoneId: string, office: Office | null): Subject[] => {
      const place = index.zones.findIndex((zone) => zone.id === zoneId)
      const zone = index.zones[place]
      const scored = scores.get(zoneId)
      if (!zone || !scored) return []
      const isInventoried = (index.rowTo[place] ?? 0) > (index.rowFrom[place] ?? 0)
      const site = office
        ? { ...scored.site, id, rentMadPerM2Month: office.rentMadPerM2Month, contiguousSeats: office.seats }
        : scored.site
      return [
        {
          id,
          zone,
          office,
          pool: poolOf.get(zone.properties.regionId) ?? null,
          evaluation: isInventoried ? (evaluation.zones[place] ?? null) : null,
          site,
        },
      ]
    }
    const subjects = ids.flatMap((id, i) => {
      if (kind === 'zones') return subjectOf(id, id, null)
      const office = offices.found[i]
      return office ? subjectOf(id, office.zoneId, office) : []
    })
    const known = new Set(subjects.map(({ id }) => id))
    return { subjects, strangers: isPending ? [] : ids.filter((id) => !known.has(id)), isPending }
  }, [zoneIndex, evaluation, scores, ids, kind, isPending, offices])
}

/** The regions, for the line under a name. */
export const useRegions = () => useQuery(collectionQuery('regions')).data
