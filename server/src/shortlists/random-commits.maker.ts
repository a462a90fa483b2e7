import type { CatalogueRecord, CollectionId } from '@tvl/model'
import type { Kysely } from 'kysely'
import { SYSTEM } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { write } from '../storage/store.ts'

/** A fixed sequence: the same in every run. */
function* numbers(seed: number): Generator<number, number, number> {
  let state = seed
  while (true) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/** Writes commits of one to four changes, of everything that the figures of these zones may rest on, and of other things. */
export async function writeRandomCommits(
  db: Kysely<Database>,
  records: readonly CatalogueRecord[],
  { zones, count, seed = 20261126 }: { zones: readonly string[]; count: number; seed?: number },
): Promise<void> {
  const random = numbers(seed)
  const below = (n: number): number => Math.floor(random.next().value * n)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const offices = records.filter(({ collection }) => collection === 'offices') as CatalogueRecord<'offices'>[]
  const state = new Map(
    records.map(({ collection, id, geometry, properties }) => [
      `${collection} ${id}`,
      { geometry, properties: { ...properties } as Record<string, unknown> },
    ]),
  )
  const edit = (collection: CollectionId, id: string, patch: Record<string, unknown>) => {
    const kept = state.get(`${collection} ${id}`)
    if (!kept) throw new Error(id)
    const content = { ...kept, properties: { ...kept.properties, ...patch } }
    state.set(`${collection} ${id}`, content)
    return { collection, id, content }
  }
  for (let i = 0; i < count; i++) {
    const office = one(offices.filter(({ properties }) => zones.includes(properties.zoneId)))
    const patches = [
      () => edit('offices', office.id, { seats: 20 + below(200) }),
      () => edit('offices', office.id, { rentMadPerM2Month: one([null, 90 + below(60), 101.37]) }),
      () => edit('offices', office.id, { serviceChargeMadPerM2Month: one([null, 10 + below(20)]) }),
      () => edit('offices', office.id, { status: 'free', freeFrom: `2027-0${1 + below(9)}-01`, holdEndsAt: null }),
      () => edit('offices', office.id, { verifiedOn: '2026-11-23', verificationMethod: 'site-visit' }),
      () => edit('zones', one(zones), { airportKm: 5 + below(40) }),
      () => edit('zones', one(zones), { irCapPct: one([10, 20, null]) }),
      () => edit('zones', one(zones), { notesFr: [`note ${i}`], tenants: ['A', 'B'].slice(below(3)) }),
      () => edit('talent-pools', 'talent-ma-03', { literateFrenchPct: one([null, 30 + below(40)]) }),
      () => edit('incentives', 'offshoring-2025-ir-20', { capPct: 15 + below(10) }),
      () => edit('buildings', office.properties.buildingId, { powerKva: 100 + below(900) }),
    ]
    const writes = Array.from({ length: 1 + below(4) }, () => one(patches)())
    const unique = [...new Map(writes.map((write) => [`${write.collection} ${write.id}`, write])).values()]
    await write(db, { kind: 'edit', author: SYSTEM, at: new Date('2026-11-23T09:00:00Z') }, unique)
  }
}
