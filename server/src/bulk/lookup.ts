import { type Named, squeezed } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'

export interface NewBuilding {
  id: string
  zoneId: string
  names: readonly string[]
}

/** What stands before the name of a building and is not part of it. */
const GENERIC = new Set(
  [
    'bâtiment',
    'bat',
    'immeuble',
    'bloc',
    'tour',
    'building',
    'bldg',
    'block',
    'tower',
    'مبنى',
    'بناية',
    'عمارة',
    'برج',
  ].map(squeezed),
)

/** Finds zones and buildings as people name them: by id, or by a name in any of the three languages. */
export class Lookup {
  readonly #zones: Names
  readonly #buildings: Names
  readonly #zoneOfBuilding = new Map<string, string>()
  readonly #isOwn: (buildingId: string, zoneId: string) => boolean

  /**
   * @param added buildings that the same file brings
   * @param isOwn whether the person may write there: of several buildings with one name theirs is meant
   */
  constructor(
    snapshot: Snapshot,
    added: readonly NewBuilding[],
    isOwn: (buildingId: string, zoneId: string) => boolean,
  ) {
    this.#isOwn = isOwn
    const zones = snapshot.collection('zones')
    this.#zones = new Names()
    for (const [row, id] of zones.ids.entries()) this.#zones.add(id, namesOf(zones, row))
    const buildings = snapshot.collection('buildings')
    this.#buildings = new Names()
    const zoneId = buildings.get('zoneId')
    for (const [row, id] of buildings.ids.entries()) {
      this.#zoneOfBuilding.set(id, String(zoneId(row)))
      this.#buildings.add(id, namesOf(buildings, row))
    }
    for (const building of added) {
      this.#zoneOfBuilding.set(building.id, building.zoneId)
      this.#buildings.add(building.id, building.names)
    }
  }

  zoneOf(text: string): Named {
    return asNamed(this.#zones.find(text))
  }

  buildingOf(text: string, zoneId: string | null): Named {
    const found = this.#buildings.find(text)
    if (found.length === 1) return asNamed(found)
    const inZone = zoneId === null ? found : found.filter((id) => this.zoneOfBuilding(id) === zoneId)
    if (inZone.length <= 1) return asNamed(inZone)
    return asNamed(
      inZone,
      inZone.filter((id) => this.#isOwn(id, this.zoneOfBuilding(id) ?? '')),
    )
  }

  zoneOfBuilding(id: string): string | undefined {
    return this.#zoneOfBuilding.get(id)
  }
}

function asNamed(found: readonly string[], preferred: readonly string[] = found): Named {
  const [id] = preferred
  if (id !== undefined && preferred.length === 1) return { id }
  return { code: found.length === 0 ? 'unknown' : 'ambiguous' }
}

function namesOf(table: ReturnType<Snapshot['collection']>, row: number): string[] {
  return ['nameFr', 'nameAr', 'nameEn'].map((property) => String(table.get(property)(row)))
}

/** Names and who has them: an id is found before a name, a whole name before one without its generic word. */
class Names {
  readonly #ids = new Map<string, string>()
  readonly #whole = new Map<string, Set<string>>()
  readonly #bare = new Map<string, Set<string>>()

  add(id: string, names: readonly string[]): void {
    this.#ids.set(id.toLowerCase(), id)
    for (const name of names) {
      put(this.#whole, squeezed(name), id)
      put(this.#bare, bare(name), id)
    }
  }

  find(text: string): string[] {
    const id = this.#ids.get(text.trim().toLowerCase())
    if (id !== undefined) return [id]
    const found = this.#whole.get(squeezed(text)) ?? this.#bare.get(bare(text))
    return found ? [...found] : []
  }
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return
  const ids = map.get(key) ?? new Set()
  map.set(key, ids.add(id))
}

const bare = (name: string): string => {
  const words = name.trim().split(/[\s_]+/)
  const kept = words.filter((word) => !GENERIC.has(squeezed(word)))
  return squeezed((kept.length > 0 ? kept : words).join(' '))
}
