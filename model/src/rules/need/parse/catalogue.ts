import type { Language } from '../../../schema/common.ts'
import type { Province, Region } from '../../../schema/territory.ts'
import type { Zone } from '../../../schema/zone.ts'
import { foldName } from '../../names.ts'

/** Something the catalogue names: its id and its name in each language. */
export interface NamedThing {
  id: string
  nameFr: string
  nameAr: string
  nameEn: string
}

/** A town an investor may type. It stands for provinces where the catalogue knows which, else for its region. */
export interface NamedTown extends NamedThing {
  regionId: string
  provinceIds: readonly string[]
}

/** The names a need can be read from and written with. Built once per version of the catalogue. */
export interface NeedCatalogue {
  regions: readonly NamedThing[]
  provinces: readonly (NamedThing & { regionId: string })[]
  towns: readonly NamedTown[]
  zones: readonly NamedThing[]
  operators: readonly NamedThing[]
  incentives: readonly NamedThing[]
}

/** The records (id and properties together) from which names are taken. */
export interface NeedCatalogueRecords {
  regions: readonly (NamedThing & Pick<Region, 'capitalFr' | 'capitalAr' | 'capitalEn'>)[]
  provinces: readonly (NamedThing & Pick<Province, 'regionId'>)[]
  zones: readonly (NamedThing &
    Pick<Zone, 'cityFr' | 'cityAr' | 'cityEn' | 'regionId' | 'provinceId' | 'operatorId' | 'operatorName'>)[]
  incentives: readonly NamedThing[]
}

const outsideBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/g, '').trim()
const pick = ({ id, nameFr, nameAr, nameEn }: NamedThing): NamedThing => ({ id, nameFr, nameAr, nameEn })

/** « Martil / Tétouan » is two towns; what stands in brackets is a quarter or a direction. */
function townsOfZone(zone: NeedCatalogueRecords['zones'][number]): Omit<NamedThing, 'id'>[] {
  const [fr, ar, en] = [zone.cityFr, zone.cityAr, zone.cityEn].map((city) => outsideBrackets(city).split(/\s*\/\s*/))
  return (fr ?? []).map((nameFr, i) => ({ nameFr, nameAr: ar?.[i] ?? nameFr, nameEn: en?.[i] ?? nameFr }))
}

/** A province named after two towns (Oujda-Angad) answers to each; short particles (Es-Semara) are not towns. */
function townsOfProvince(province: NamedThing): Omit<NamedThing, 'id'>[] {
  const [fr, ar, en] = [province.nameFr, province.nameAr, province.nameEn].map((name) => name.split('-'))
  if (!fr || !ar || !en || fr.length < 2 || ar.length !== fr.length || en.length !== fr.length) return []
  if (fr.some((part) => part.length < 4)) return []
  return fr.map((nameFr, i) => ({ nameFr, nameAr: ar[i] ?? nameFr, nameEn: en[i] ?? nameFr }))
}

/**
 * Gathers the names of a catalogue. A town is a regional capital, the town a zone is published in, or part of a
 * province's double name. It stands for the provinces that bear its name and those of the zones published as lying
 * there (Tétouan Shore lies in M’diq-Fnideq); where there is none, for its region.
 */
export function needCatalogue(records: NeedCatalogueRecords): NeedCatalogue {
  const towns = new Map<string, Omit<NamedTown, 'provinceIds'> & { provinceIds: Set<string> }>()
  const add = (names: Omit<NamedThing, 'id'>, regionId: string, provinceIds: readonly string[]) => {
    const key = foldName(names.nameFr)
    if (key === '') return
    const town = towns.get(key) ?? { id: key.replaceAll(' ', '-'), ...names, regionId, provinceIds: new Set<string>() }
    for (const id of provinceIds) town.provinceIds.add(id)
    towns.set(key, town)
  }
  // Folded once: a large catalogue has hundreds of zones, each asking after its town.
  const provinceKeys = records.provinces.map((province) => ({ id: province.id, key: foldName(province.nameFr) }))
  const provincesNamed = (name: string) => {
    const town = foldName(name)
    return provinceKeys.filter(({ key }) => key === town || key.startsWith(`${town} `)).map(({ id }) => id)
  }
  for (const { id, capitalFr, capitalAr, capitalEn } of records.regions) {
    add({ nameFr: capitalFr, nameAr: capitalAr, nameEn: capitalEn }, id, provincesNamed(capitalFr))
  }
  for (const province of records.provinces) {
    for (const names of townsOfProvince(province)) add(names, province.regionId, [province.id])
  }
  for (const zone of records.zones) {
    for (const names of townsOfZone(zone)) {
      add(names, zone.regionId, [zone.provinceId, ...provincesNamed(names.nameFr)])
    }
  }
  const operators = new Map<string, NamedThing>()
  for (const { operatorId: id, operatorName: name } of records.zones) {
    // One operator is published under longer and shorter names: the shortest stands for it.
    const known = operators.get(id)?.nameFr
    if (name === null || (known !== undefined && known.length <= name.length)) continue
    operators.set(id, { id, nameFr: name, nameAr: name, nameEn: name })
  }
  return {
    regions: records.regions.map(pick),
    provinces: records.provinces.map((province) => ({ ...pick(province), regionId: province.regionId })),
    towns: [...towns.values()].map((town) => ({ ...town, provinceIds: [...town.provinceIds].sort() })),
    zones: records.zones.map(pick),
    operators: [...operators.values()],
    incentives: records.incentives.map(pick),
  }
}

/** Name of a thing in a language; its id where the catalogue does not know it. */
export function nameIn(things: readonly NamedThing[], id: string, language: Language): string {
  const thing = things.find((candidate) => candidate.id === id)
  if (!thing) return id
  return { fr: thing.nameFr, ar: thing.nameAr, en: thing.nameEn }[language]
}
