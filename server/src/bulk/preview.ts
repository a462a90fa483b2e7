import { setImmediate as breathe } from 'node:timers/promises'
import { type BulkFault, type ChangeWrite, type Grant, grantFor, may } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { momentAt } from '../changes/apply.ts'
import { type Draft, draftOf } from '../changes/draft.ts'
import { permitDraft } from '../changes/rights.ts'
import { type Doubt, draftFaults, removalFaults } from '../changes/rules.ts'
import { stamped } from '../changes/stamp.ts'
import { type View, viewOf } from '../changes/view.ts'
import { placeOfZone } from '../identity/places.ts'
import type { Content, Database } from '../storage/database.ts'
import type { Choices } from './choices.ts'
import { Cells, fileRows } from './file-rows.ts'
import { Lookup, type NewBuilding } from './lookup.ts'
import { missingFrom } from './missing.ts'
import type { Missing, Preview } from './preview-shape.ts'
import type { ReadFile } from './reading/workshop.ts'
import { shownRow } from './shown-row.ts'
import { Comparison, contentOf, fault, type WantedRow } from './wanted.ts'

export interface PreviewOptions {
  db: Kysely<Database>
  snapshot: Snapshot
  now: Date
  isDemo: boolean
  grants: readonly Grant[]
  file: ReadFile
  choices: Choices
}

/** Rows between two breaths: other requests are answered meanwhile. */
const SLICE = 250
/** Rows that are left out can make others wrong; after so many looks what is still wrong is shown. */
const LOOKS = 4

type Faults = ReadonlyMap<WantedRow, readonly BulkFault[]>

/**
 * Compares a file with the catalogue: nothing is written. Every row is held against the rules that a change is held
 * against, with all rows of the file in place.
 */
export async function previewOf(options: PreviewOptions): Promise<Preview> {
  const { snapshot, choices, grants } = options
  const rows = await wantedRows(options)
  const missing = missingFrom(snapshot, rows, grants)
  // What a row that nobody can place is about may be what seems to be missing.
  const isSure = rows.every(({ id }) => id !== null)
  const removals = choices.removeMissing && isSure ? missing : []
  const leftOut = new Map<WantedRow, readonly BulkFault[]>()
  let judged = await judge(options, rows, removals)
  for (let look = 1; choices.leaveOutErrors && judged.faults.size > 0 && look < LOOKS; look++) {
    for (const [row, faults] of judged.faults) leftOut.set(row, faults)
    judged = await judge(
      options,
      rows.filter((row) => !leftOut.has(row)),
      removals,
    )
  }
  const cells = new Cells(options)
  const shown = rows.map((row) => {
    const faults = leftOut.get(row) ?? judged.faults.get(row) ?? []
    return shownRow(row, { draft: judged.drafts.get(row), faults, isLeftOut: leftOut.has(row) }, cells, choices)
  })
  const lost = missing.map((one) => ({ ...one, faults: judged.removals.get(one.id) ?? [] }))
  const counts = { new: 0, changed: 0, same: 0, error: 0, 'left-out': 0, missing: missing.length, removed: 0 }
  for (const { state } of shown) counts[state]++
  counts.removed = removals.filter(({ id }) => !judged.removals.has(id)).length
  return { version: snapshot.changeNumber, counts, rows: shown, missing: lost, writes: judged.writes }
}

/** The rows of the file, buildings first: offices may lie in buildings that the file brings. */
async function wantedRows(options: PreviewOptions): Promise<WantedRow[]> {
  const { snapshot, grants, choices } = options
  const isOwn = (buildingId: string, zoneId: string) =>
    may(grants, 'change-inventory', { ...placeOfZone(snapshot, zoneId), buildingId })
  const present = new Lookup(snapshot, [], isOwn)
  const buildings = new Comparison(snapshot, present, choices)
  const rows = [...fileRows('buildings', options, present)].map((row) => buildings.wanted(row))
  const lookup = new Lookup(snapshot, rows.flatMap(newBuilding), isOwn)
  const offices = new Comparison(snapshot, lookup, choices, buildings.newPlaces)
  for (const row of fileRows('offices', options, lookup)) {
    rows.push(offices.wanted(row))
    if (rows.length % SLICE === 0) await breathe()
  }
  return rows
}

function newBuilding({ id, stored, values }: WantedRow): NewBuilding[] {
  const zoneId = values.get('zoneId')
  if (id === null || stored || typeof zoneId !== 'string') return []
  const names = ['nameFr', 'nameAr', 'nameEn'].flatMap((name) => {
    const value = values.get(name)
    return typeof value === 'string' ? [value] : []
  })
  return [{ id, zoneId, names }]
}

interface Judged {
  /** Of rows with something wrong. */
  faults: Faults
  drafts: ReadonlyMap<WantedRow, Draft>
  /** Of removals with something against them, by id. */
  removals: ReadonlyMap<string, BulkFault[]>
  writes: ChangeWrite[]
}

/** Holds rows and removals against rights and rules, all of them in place. */
async function judge(
  { db, snapshot, now, isDemo, grants, choices }: PreviewOptions,
  rows: readonly WantedRow[],
  missing: readonly Missing[],
): Promise<Judged> {
  const faults = new Map<WantedRow, readonly BulkFault[]>(
    rows.flatMap((row) => (row.faults.length > 0 ? [[row, row.faults] as const] : [])),
  )
  const confirmed = new Map<string, string[]>()
  for (const name of choices.confirm) {
    const [collection, id, field = ''] = name.split('/')
    confirmed.set(`${collection}/${id}`, [...(confirmed.get(`${collection}/${id}`) ?? []), field])
  }
  const drafts = new Map<WantedRow, Draft>()
  const writes: ChangeWrite[] = []
  for (const row of rows) {
    if (!row.write || faults.has(row)) continue
    const confirm = confirmed.get(`${row.collection}/${row.id}`)
    const write = confirm ? { ...row.write, confirm } : row.write
    writes.push(write)
    drafts.set(row, draftFor(write, row.stored, snapshot.changeNumber))
  }
  const removed = missing.map(({ collection, id }) => {
    const write: ChangeWrite = { collection, id, base: snapshot.changeNumber, remove: true }
    writes.push(write)
    return draftFor(write, contentOf(snapshot, collection, id), snapshot.changeNumber)
  })
  const all = [...drafts.values(), ...removed]
  const view = await viewOf(db, all)
  const moment = momentAt(now)
  let done = 0
  for (const [row, draft] of drafts) {
    if (++done % SLICE === 0) await breathe()
    const found = isPermitted(draft, view, grants)
      ? ruleFaults(draft, view, moment, isDemo)
      : [fault('right.missing', null, null)]
    if (found.length > 0) faults.set(row, found)
  }
  const removals = new Map<string, BulkFault[]>()
  for (const { draft, fault: found } of await removalFaults(db, all)) {
    removals.set(draft.id, [fault(found.code, found.field, draft.id, found.limit)])
  }
  for (const draft of removed) {
    if (!isPermitted(draft, view, grants)) removals.set(draft.id, [fault('right.missing', null, null)])
  }
  return { faults, drafts, removals, writes: writes.filter(({ id }) => !removals.has(id)) }
}

function draftFor(write: ChangeWrite, content: Content | null, version: number): Draft {
  return draftOf(write, { stored: content && { content, version, hash: 0n }, since: [] })
}

function isPermitted(draft: Draft, view: View, grants: readonly Grant[]): boolean {
  let isAllowed = true
  permitDraft(draft, view, (action, place) => {
    const grant = grantFor(grants, action, place)
    if (!grant) isAllowed = false
    return { actorId: null, role: grant?.role ?? 'reader', organisationId: null }
  })
  return isAllowed
}

function ruleFaults(draft: Draft, view: View, moment: ReturnType<typeof momentAt>, isDemo: boolean): BulkFault[] {
  const stated = draft.after
  draft.after = stamped(draft, { today: moment.today, role: 'manager', method: 'import', isDemo })
  const found: (Doubt | ReturnType<typeof draftFaults>[number])[] = [
    ...draft.faults,
    ...draftFaults(draft, view, moment),
  ]
  draft.after = stated
  return found.map(({ field, code, value, limit, ...more }) => ({
    ...fault(code, columnOf(field), value === undefined || value === null ? null : String(value), limit),
    ...('isConfirmable' in more ? { confirmable: true as const } : {}),
  }))
}

/** A point stands in two columns. */
const columnOf = (field: string): string => (field === 'geometry' ? 'longitude' : field)
