import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../storage/commit.ts'
import type { Content } from '../storage/database.ts'
import { changesSince, checksums, type RecordedChange } from '../storage/store.ts'
import { tokenHeader } from '../testing/caller.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { isSame } from './same.ts'

/** Few, so that writers meet. */
const OFFICES = ['fes-shore-a-0', 'fes-shore-a-1', 'casanearshore-a-0']
/** Callers, and where each may write. */
const CALLERS = {
  fes: { role: 'manager', zones: ['fes-shore'], territory: { kind: 'zone', id: 'fes-shore' } },
  building: { role: 'manager', buildings: ['fes-shore-a'], territory: { kind: 'building', id: 'fes-shore-a' } },
  region: { role: 'manager', zones: ['casanearshore'], territory: { kind: 'region', id: 'MA-06' } },
  national: { role: 'administrator', zones: ['fes-shore', 'casanearshore'], territory: { kind: 'national' } },
  reader: { role: 'reader', zones: [], territory: { kind: 'national' } },
} as const
type Caller = keyof typeof CALLERS

interface Step {
  caller: Caller
  kind: 'patch' | 'verify' | 'remove' | 'create' | 'hold' | 'release' | 'undo'
  offices: string[]
  properties: Record<string, unknown>
  /** How many commits ago the writer has read. */
  age: number
}

const properties = fc.oneof(
  { weight: 3, arbitrary: fc.record({ seats: fc.integer({ min: 30, max: 60 }) }) },
  fc.record({ areaM2: fc.integer({ min: 300, max: 500 }), name: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ rentMadPerM2Month: fc.constantFrom(null, 90, 110.5, 130) }),
  fc.record({ stackOrder: fc.integer({ min: 0, max: 6 }) }),
  fc.constantFrom<Record<string, unknown>>(
    { status: 'free' },
    { status: 'let', leaseEndsOn: '2030-01-01' },
    { status: 'held', holdEndsAt: '2027-03-15T12:00Z' },
    { freeFrom: '2027-01-01' },
    { buildingId: 'fes-shore-b', zoneId: 'fes-shore', stackOrder: 5 },
    { buildingId: 'casanearshore-a', zoneId: 'casanearshore', stackOrder: 6 },
  ),
)
const step: fc.Arbitrary<Step> = fc.record({
  caller: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<Caller>('national', 'fes') },
    { weight: 3, arbitrary: fc.constantFrom<Caller>('building', 'region', 'reader') },
  ),
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('patch' as const) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 4, arbitrary: fc.constantFrom('verify', 'remove', 'create', 'hold', 'release') },
  ) as fc.Arbitrary<Step['kind']>,
  offices: fc.uniqueArray(fc.constantFrom(...OFFICES), { minLength: 1, maxLength: 2 }),
  properties,
  age: fc.integer({ min: 0, max: 6 }),
})

let server: Writers
const headers = {} as Record<Caller, Headers>
beforeAll(async () => {
  server = await writers()
  for (const [name, { role, territory }] of Object.entries(CALLERS)) {
    headers[name as Caller] = await tokenHeader(server.db, role, territory)
  }
})
afterAll(() => server.close())

interface Written {
  id: string
  version: number
}

interface Sent {
  step: Step
  base: number
  status: number
  commit: string | null
  version: number
}

/** Sends one step over HTTP, as its caller would. */
async function send(
  { caller, kind, offices, properties, age }: Step,
  versions: readonly number[],
  commits: readonly Written[],
) {
  const as = headers[caller]
  const target = commits.at(-1 - (age % Math.max(1, commits.length)))
  // Who takes a commit back speaks of the state that it left behind.
  const base = (kind === 'undo' ? target?.version : versions.at(-1 - Math.min(age, versions.length - 1))) ?? 0
  const id = randomUUID()
  const [office = ''] = offices
  const write = (one: string) => {
    const key = { collection: 'offices', id: one, base }
    if (kind === 'verify') return { ...key, verifies: ['seats', 'status'] }
    if (kind === 'remove') return { ...key, remove: true }
    return { ...key, patch: { properties } }
  }
  const feature = {
    geometry: { type: 'Point', coordinates: [-4.98, 34] },
    properties: { ...NEW, stackOrder: age, zoneId: 'fes-shore', buildingId: 'fes-shore-b' },
  }
  const answer =
    kind === 'undo'
      ? await server.send('POST', `/api/commits/${target?.id ?? randomUUID()}/undo`, { id }, as)
      : kind === 'hold'
        ? await server.send('POST', `/api/offices/${office}/hold`, { id, endsAt: '2027-06-01T08:00Z', base }, as)
        : kind === 'release'
          ? await server.send('DELETE', `/api/offices/${office}/hold?id=${id}&base=${base}`, undefined, as)
          : kind === 'create'
            ? await server.post({ id, writes: [{ collection: 'offices', id: `new-${age}`, base: null, feature }] }, as)
            : await server.post({ id, writes: offices.map(write) }, as)
  return { base, status: answer.status, commit: answer.body.commit ?? null, version: answer.body.version ?? 0 }
}
const NEW = { name: 'N', floor: 1, areaM2: 90, seats: 9, fitOut: 'shell', status: 'free' }

const zoneOf = (content: Content | null) => content?.properties.zoneId
const fields = ({ properties, geometry }: Content): Record<string, unknown> => {
  const { provenance, verifications, verifiedOn, verifiedBy, verificationMethod, ...own } = properties
  return { ...own, geometry }
}

/** The content of an office at a version, from the record. */
function at(changes: readonly RecordedChange[], id: string, version: number): Content | null {
  return changes.findLast((change) => change.id === id && change.n <= version)?.after ?? null
}

describe('many writers at once', () => {
  it('lose no update, exceed no right, write what is acknowledged and nothing else, and all of it can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 2, maxLength: 8, size: 'max' }), {
          minLength: 3,
          maxLength: 8,
          size: 'max',
        }),
        async (rounds) => {
          const start = await server.head()
          const before = await checksums(server.db)
          const versions = [start]
          const commits: Written[] = []
          const sent: Sent[] = []
          for (const round of rounds) {
            const answers = await Promise.all(
              round.map(async (one) => ({ step: one, ...(await send(one, versions, commits)) })),
            )
            sent.push(...answers)
            const written = answers.filter(({ commit }) => commit !== null).sort((a, b) => a.version - b.version)
            versions.push(...written.map(({ version }) => version))
            commits.push(...written.map(({ commit, version }) => ({ id: String(commit), version })))
          }
          const changes = await changesSince(server.db, 0, 100_000)
          const since = changes.filter(({ n }) => n > start)

          // What is acknowledged is in the record, and nothing else is.
          expect(sent.every(({ status }) => status < 500 && status !== 400)).toBe(true)
          expect(new Set(since.map(({ commit }) => commit))).toEqual(new Set(commits.map(({ id }) => id)))

          for (const { step, base, commit } of sent) {
            const own = since.filter((change) => change.commit === commit)
            for (const change of own) {
              // A right where it was and where it went.
              const { zones, buildings } = { zones: [], buildings: [], ...CALLERS[step.caller] } as {
                zones: readonly unknown[]
                buildings: readonly unknown[]
              }
              for (const content of [change.before, change.after]) {
                if (content)
                  expect(zones.includes(zoneOf(content)) || buildings.includes(content.properties.buildingId)).toBe(
                    true,
                  )
              }
              // What it changed was, when it was written, what its writer had read.
              // Who creates has read that there is none, whatever there was before: an undo may have taken it away meanwhile.
              const seen = step.kind === 'create' ? null : at(changes, change.id, base)
              const [read, was, now] = [seen, change.before, change.after].map((content) =>
                content ? fields(content) : {},
              )
              for (const field of Object.keys({ ...was, ...now })) {
                if (!isSame(was?.[field], now?.[field])) expect([field, read?.[field]]).toEqual([field, was?.[field]])
              }
              if (step.kind === 'patch') expect(now).toMatchObject(step.properties)
            }
          }
          expect(await server.live.checkDrift()).toBe(false)

          // Taken back one by one, last first, everything is exactly as it was.
          for (const { id: commit } of commits.reverse()) {
            const undone = await server.send(
              'POST',
              `/api/commits/${commit}/undo`,
              { id: randomUUID() },
              headers.national,
            )
            expect([commit, undone.status, undone.body.code]).toEqual([commit, 200, undefined])
          }
          expect(await checksums(server.db)).toEqual(before)
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
    expect(await verifyChain(server.db)).toMatchObject({ isWhole: true, strays: 0 })
  }, 240_000)
})
