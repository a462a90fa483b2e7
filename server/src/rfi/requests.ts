import { randomUUID } from 'node:crypto'
import { loadRates } from '@tvl/data'
import { coverageOf, dayInMorocco, type Language, rfiField, type SiteFacts } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Workshop } from '../bulk/reading/workshop.ts'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import { siteFacts } from './facts.ts'
import { formOf, namedZones, questionId } from './form.ts'
import { gapsOf, ownersOf } from './gap-store.ts'
import { type Item, itemsOf } from './items.ts'
import { fileOfRfi, type KeptRfi, keepChoices, keepRfi, MOST_KEPT, rfiOf, rfisOf } from './rfi-store.ts'
import type { RfiAnswerShape } from './shapes.ts'
import { type NamedSource, type WorkContext, workOf } from './work.ts'

export interface RfiOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  workshop: Workshop
}

/** Who asks, as far as questionnaires go: the organisations in whose name they answer. */
export interface RfiCaller {
  actorId: string
  organisationIds: readonly string[]
  isDemo: boolean
}

const MOST_QUESTIONS = 5000

/** Questionnaires of an organisation: read once, answered from the catalogue as it is whenever somebody looks. */
export class Requests {
  readonly #on: RfiOptions

  constructor(on: RfiOptions) {
    this.#on = on
  }

  /** Reads a workbook and keeps it. @throws ProblemError 415, 422, 409 `rfi.too-many` */
  async receive(
    bytes: Uint8Array,
    about: { fileName: string; zoneIds: string[]; language: Language; enquiryId: string | null },
    { actorId, organisationId, isDemo }: { actorId: string; organisationId: string; isDemo: boolean },
  ): Promise<KeptRfi> {
    const { db, workshop, clock, snapshot } = this.#on
    const form = formOf(await workshop.readForm(bytes, about.fileName), namedZones(snapshot()))
    if (form.questions.length === 0) throw new ProblemError('rfi.no-questions', 422, 'No question with an empty cell.')
    if (form.questions.length > MOST_QUESTIONS) {
      throw new ProblemError('import.too-many-rows', 422, `More than ${MOST_QUESTIONS} questions.`)
    }
    const id = randomUUID()
    const kept = { id, organisationId, ...about, form, createdBy: actorId, isDemo, file: bytes, now: clock.now() }
    if (!(await keepRfi(db, kept))) {
      throw new ProblemError('rfi.too-many', 409, `An organisation keeps at most ${MOST_KEPT} questionnaires.`)
    }
    return this.find(id, [organisationId])
  }

  /** @throws ProblemError 404 `rfi.unknown` for what is not there, or another organisation’s */
  async find(id: string, organisationIds: readonly string[]): Promise<KeptRfi> {
    const found = await rfiOf(this.#on.db, id, organisationIds, this.#on.clock.now())
    if (!found) throw new ProblemError('rfi.unknown', 404, 'There is no such questionnaire of your organisation.')
    return found
  }

  /** Those that answer an enquiry, the last first, with the share answered now: few enough to be computed. */
  async ofEnquiry(enquiryId: string, organisationIds: readonly string[]) {
    const heads = await rfisOf(this.#on.db, organisationIds, this.#on.clock.now())
    const own = heads.filter((head) => head.enquiryId === enquiryId.toLowerCase())
    return Promise.all(
      own.map(async (head) => {
        const items = await itemsOfRfi(this.#on, await this.find(head.id, organisationIds))
        return { ...headOf(head), coveragePct: coverageOf(items.map(({ state }) => state)).pct }
      }),
    )
  }

  /** Takes decisions on what questions mean. @throws ProblemError 409 `rfi.stale`, 422 `rfi.choice` */
  async decide(
    rfi: KeptRfi,
    { revision, choices, language }: { revision: number; choices: Record<string, string | null>; language?: Language },
  ): Promise<KeptRfi> {
    const known = new Set(rfi.form.questions.map(questionId))
    for (const [question, field] of Object.entries(choices)) {
      if (!known.has(question)) throw new ProblemError('rfi.choice', 422, `There is no question at ${question}.`)
      if (field !== null && !rfiField(field)) throw new ProblemError('rfi.choice', 422, `There is no field ${field}.`)
    }
    const decided = { id: rfi.id, revision, choices, language: language ?? rfi.language }
    if (revision !== rfi.revision || !(await keepChoices(this.#on.db, decided))) {
      throw new ProblemError('rfi.stale', 409, 'Somebody decided meanwhile: read it again.')
    }
    return this.find(rfi.id, [rfi.organisationId])
  }

  async answer(rfi: KeptRfi, caller: RfiCaller): Promise<RfiAnswerShape> {
    const { db, snapshot } = this.#on
    const items = await itemsOfRfi(this.#on, rfi)
    const now = snapshot()
    const operators = now.collection('zones')
    const operatorOf = operators.get('operatorId')
    const operatorIds = rfi.zoneIds.flatMap((id) => {
      const row = operators.rowOf(id)
      return row < 0 ? [] : [String(operatorOf(row))]
    })
    const rates = loadRates()
    const asked = items.flatMap(({ provenance, rate }) => [
      ...(provenance?.sources ?? []),
      ...(rate ? (rates.find(({ currency }) => currency === rate.currency)?.provenance.sources ?? []) : []),
    ])
    const sources = [...new Set(asked)].flatMap((id) => {
      const source = sourceIn(now, id)
      return source ? [{ id, ...source }] : []
    })
    return {
      ...headOf(rfi),
      version: now.changeNumber,
      today: now.today,
      coverage: coverageOf(items.map(({ state }) => state)),
      choices: rfi.choices,
      sheets: rfi.form.sheets,
      items: items.map(({ sheet, row: _, column: __, format: ___, rate, provenance, ...item }) => ({
        ...{ ...item, sheet, sheetName: rfi.form.sheets[sheet]?.name ?? '' },
        grade: item.state === 'declared' ? 'declared' : (provenance?.grade ?? null),
        asOf: provenance?.asOf ?? null,
        sources: provenance ? [...provenance.sources] : [],
        rate: rate && { currency: rate.currency, madPerUnit: rate.madPerUnit, asOf: rate.asOf },
      })),
      sources,
      owners: await ownersOf(db, { organisationId: rfi.organisationId, operatorIds, isDemo: caller.isDemo }),
    }
  }

  /** The workbook filled with what is known now. */
  async workbook(rfi: KeptRfi): Promise<Uint8Array> {
    const { db, workshop, clock, snapshot } = this.#on
    const now = snapshot()
    const zones = now.collection('zones')
    const rates = loadRates()
    const context: WorkContext = {
      language: rfi.language,
      sheets: rfi.form.sheets,
      is1904: rfi.form.is1904,
      today: dayInMorocco(clock.now()),
      version: now.changeNumber,
      sourceOf: (id) => sourceIn(now, id),
      zoneName: (id) => {
        const row = zones.rowOf(id)
        return row < 0 ? id : String(zones.get('name', rfi.language)(row))
      },
      rateSources: (currency) => rates.find((rate) => rate.currency === currency)?.provenance.sources ?? [],
    }
    return workshop.fillForm(await fileOfRfi(db, rfi.id), workOf(await itemsOfRfi(this.#on, rfi), context))
  }
}

/** What a questionnaire asks, answered from the catalogue as it is now. */
export async function itemsOfRfi(
  { db, snapshot }: Pick<RfiOptions, 'db' | 'snapshot'>,
  { id, form, zoneIds, choices, language }: KeptRfi,
): Promise<Item[]> {
  const now = snapshot()
  const facts = new Map<string, SiteFacts>()
  for (const zoneId of zoneIds) {
    const found = siteFacts(now, zoneId)
    if (found) facts.set(zoneId, found)
  }
  return itemsOf({ form, zoneIds, choices, language, facts, gaps: await gapsOf(db, id), rates: loadRates() })
}

export const headOf = ({
  id,
  organisationId,
  createdAt,
  expiresAt,
  fileName,
  language,
  zoneIds,
  enquiryId,
  revision,
}: Omit<KeptRfi, 'form' | 'choices'>) => ({
  ...{ id, organisationId, fileName, language, zoneIds, enquiryId, revision },
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

function sourceIn(snapshot: Snapshot, id: string): NamedSource | undefined {
  const table = snapshot.collection('sources')
  const row = table.rowOf(id)
  if (row < 0) return undefined
  const { title, publisher, publishedOn, url } = table.record(row).properties as NamedSource
  return { title, publisher, publishedOn, url }
}
