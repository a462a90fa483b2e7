import { randomUUID } from 'node:crypto'
import { cellText, columnsFor, type Grant, type Language } from '@tvl/model'
import { type ApplyOptions, applyChangeSet, type Writing } from '../changes/apply.ts'
import { ProblemError } from '../http/problem.ts'
import { Lru } from '../ogc/engine/lru.ts'
import { type Choices, type ChoicesPatch, isSoundMapping } from './choices.ts'
import {
  fileOf,
  importOf,
  keepImport,
  keepPreview,
  markApplied,
  previewOfImport,
  type StoredImport,
} from './import-store.ts'
import { initialChoices } from './initial-choices.ts'
import { previewOf } from './preview.ts'
import type { Preview } from './preview-shape.ts'
import type { ReadFile, Workshop } from './reading/workshop.ts'
import type { ApplyAnswer, ImportAnswer } from './shapes.ts'

/** Who works on a file, and in whose rights it is looked at. */
export interface Owner {
  actorId: string
  grants: readonly Grant[]
}

/** Files kept as cells, so that a correction need not read them again; and previews, for their pages. */
const KEPT_FILES = 4
const KEPT_PREVIEWS = 8
const SAMPLES = 4
const TOP_ROWS = 25
const LONGEST_SAMPLE = 60

/** What becomes of a file, from its arrival to its commit. */
export class Imports {
  readonly #on: Writing
  readonly #workshop: Workshop
  readonly #files = new Lru<ReadFile>(KEPT_FILES)
  readonly #previews = new Lru<Preview>(KEPT_PREVIEWS)

  constructor(on: Writing, workshop: Workshop) {
    this.#on = on
    this.#workshop = workshop
  }

  /** Reads a file and compares it with the catalogue. @throws ProblemError for a file that is not read */
  async receive(bytes: Buffer, name: string, owner: Owner, language: Language): Promise<ImportAnswer> {
    const file = await this.#workshop.read(bytes, name)
    if (file.sheets.every(({ rows }) => rows.length === 0)) {
      throw new ProblemError('import.empty', 422, 'There is nothing in this file.')
    }
    const choices = initialChoices(file, language)
    const preview = await this.#compare(file, choices, owner)
    const id = randomUUID()
    const now = this.#on.clock.now()
    const { actorId } = owner
    await keepImport(this.#on.db, {
      id,
      actorId,
      fileName: name,
      fileType: file.type,
      choices,
      file: bytes,
      preview,
      now,
    })
    this.#files.set(id, file)
    return this.answer(await this.find(id, owner))
  }

  /** @throws ProblemError 404 for none, another’s, or one whose day is over */
  async find(id: string, { actorId }: Owner): Promise<StoredImport> {
    const found = /^[0-9a-f-]{36}$/.test(id) && (await importOf(this.#on.db, id, actorId, this.#on.clock.now()))
    if (!found) throw new ProblemError('import.unknown', 404, 'There is no such import of yours, or its day is over.')
    return found
  }

  async answer(stored: StoredImport): Promise<ImportAnswer> {
    const file = await this.cells(stored)
    const preview = await this.preview(stored)
    const { actorId: _, ...known } = stored
    const short = (text: string) => (text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1)}…` : text)
    return {
      ...known,
      version: preview.version,
      counts: preview.counts,
      writes: preview.writes.length,
      sheets: file.sheets.map(({ name, isHidden, rows }, i) => {
        const head = stored.choices.sheets[i]?.headRow ?? 0
        return {
          name,
          isHidden,
          rows: rows.length,
          heads: (rows[head] ?? []).map((cell) => short(cellText(cell))),
          samples: rows
            .slice(head + 1, head + 1 + SAMPLES)
            .map((row) => Array.from(row, (cell) => short(cellText(cell ?? null)))),
          top: rows.slice(0, TOP_ROWS).map((row) =>
            short(
              row
                .map(cellText)
                .filter((text) => text !== '')
                .join(' · '),
            ),
          ),
        }
      }),
    }
  }

  /** What was decided last, with the preview of that. */
  async preview({ id, revision }: StoredImport): Promise<Preview> {
    const key = `${id}/${revision}`
    const kept = this.#previews.get(key) ?? (await previewOfImport(this.#on.db, id))
    this.#previews.set(key, kept)
    return kept
  }

  /** Takes decisions and compares anew, with the catalogue as it is now. @throws ProblemError 409 `import.stale` */
  async decide(stored: StoredImport, { revision, ...patch }: ChoicesPatch, owner: Owner): Promise<ImportAnswer> {
    refuseApplied(stored)
    if (revision !== stored.revision) throw stale()
    const file = await this.cells(stored)
    const choices = merged(file, stored.choices, patch)
    const preview = await this.#compare(file, choices, owner)
    if (!(await keepPreview(this.#on.db, { id: stored.id, revision, choices, preview }))) throw stale()
    return this.answer(await this.find(stored.id, owner))
  }

  /**
   * Applies a file as one commit, all or nothing, as it was shown. The commit has the id of the import: applied once more,
   * it is the same commit.
   * @throws ProblemError 409 `import.has-errors`, `import.stale`, `change.conflict`, 422 `change.invalid`
   */
  async apply(stored: StoredImport, revision: number, options: ApplyOptions): Promise<ApplyAnswer> {
    if (revision !== stored.revision) throw stale()
    const preview = await this.preview(stored)
    if (preview.counts.error > 0) throw new ProblemError('import.has-errors', 409, `${preview.counts.error} row(s).`)
    if (preview.writes.length === 0) return { commit: null, version: preview.version, changes: 0 }
    const { commit, version } = await applyChangeSet(
      this.#on,
      { id: stored.id, method: 'import', note: stored.fileName.slice(0, 200), writes: preview.writes },
      { ...options, kind: 'import' },
    )
    await markApplied(this.#on.db, stored.id, this.#on.clock.now())
    return { commit: commit?.id ?? null, version, changes: commit ? commit.lastN - commit.firstN + 1 : 0 }
  }

  /** The file as it was sent. */
  async cells(stored: StoredImport): Promise<ReadFile> {
    const { id, fileName } = stored
    const kept = this.#files.get(id) ?? (await this.#workshop.read(await fileOf(this.#on.db, id), fileName))
    this.#files.set(id, kept)
    return kept
  }

  #compare(file: ReadFile, choices: Choices, { grants }: Owner): Promise<Preview> {
    const { db, live, clock, isDemo } = this.#on
    return previewOf({ db, snapshot: live.snapshot(), now: clock.now(), isDemo, grants, file, choices })
  }
}

export const stale = (): ProblemError =>
  new ProblemError('import.stale', 409, 'This is no longer the last preview of the file.')

function refuseApplied({ appliedAt }: StoredImport): void {
  if (appliedAt !== null) throw new ProblemError('import.applied', 409, 'This file is applied already.')
}

/** Decisions on top of those taken before. A sheet that becomes another list is mapped anew by its heads. */
function merged(file: ReadFile, choices: Choices, patch: Partial<Choices>): Choices {
  const sheets = (patch.sheets ?? choices.sheets).map((sheet, i) => {
    const before = choices.sheets[i]
    const { rows } = file.sheets[i] ?? { rows: [] }
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const isOther =
      sheet.collection !== null && (sheet.collection !== before?.collection || sheet.headRow !== before.headRow)
    const columns = sheet.columns.slice(0, width)
    return isOther && sheet.collection
      ? { ...sheet, columns: columnsFor(sheet.collection, rows[sheet.headRow] ?? [], width) }
      : { ...sheet, columns }
  })
  if (sheets.length !== file.sheets.length || !sheets.every(isSoundMapping)) {
    throw new ProblemError(
      'import.mapping',
      422,
      'Each sheet has one mapping; a field stands for one column at the most.',
    )
  }
  return { ...choices, ...patch, sheets }
}
