import { Worker } from 'node:worker_threads'
import type { Cell, FormSheet } from '@tvl/model'
import { ProblemError } from '../../http/problem.ts'

export type FileType = 'xlsx' | 'csv' | 'geojson'

/** A file as a thread has read it: cells and nothing understood yet. */
export interface ReadFile {
  type: FileType
  sheets: { name: string | null; isHidden: boolean; rows: Cell[][] }[]
  is1904: boolean
}

export interface Notes {
  /** Where the head of the remarks goes, a line a sheet. */
  heads: { sheet: number; row: number; column: number }[]
  head: string
  remarks: { sheet: number; row: number; columns: number[]; text: string }[]
  edits: { sheet: number; row: number; column: number; value: string | null }[]
}

/** Of a workbook to be written. */
export interface Layout {
  sheets: {
    name: string
    columns: { head: string; width: number; format?: string; choices?: string[]; isInformation?: boolean }[]
    /** Stands at the head of every printed page. */
    note: string | null
  }[]
  notice: { name: string; lines: string[] }
  isRtl: boolean
  /** Rows whose columns of choices offer their words. */
  choiceRows: number
}

/** A row of a workbook to be written: a date as its wall time. */
export type WrittenRow = readonly (string | number | null | { d: string })[]

/** A questionnaire as a thread has read it. */
export interface ReadForm {
  is1904: boolean
  /** By style, how it shows a number. */
  formats: ('percent' | 'date' | null)[]
  sheets: (FormSheet & { isRtl: boolean })[]
}

/** What to write into a questionnaire: cells, and a sheet of sources behind the others. */
export interface FormWork {
  fills: { sheet: number; row: number; column: number; value: string | number }[]
  sources: {
    name: string
    isRtl: boolean
    widths: number[]
    frozenRows: number
    rows: (string | number | null)[][]
  }
}

type Job =
  | { task: 'read'; bytes: Uint8Array; name: string }
  | { task: 'annotate'; bytes: Uint8Array; type: FileType; notes: Notes }
  | { task: 'write'; layout: Layout }
  | { task: 'read-form'; bytes: Uint8Array; name: string }
  | { task: 'fill-form'; bytes: Uint8Array; work: FormWork }

/** What a thread may take. */
const MILLISECONDS = 25_000
const HEAP_MEGABYTES = 640
/** Files at work at the same time, and files that wait. */
const AT_ONCE = 1
const MOST_WAITING = 20
/** An export may take longer than a look at a file: it goes as fast as its reader takes it. */
const WRITE_MILLISECONDS = 120_000

/** Of what people send: the status of each refusal. */
const STATUS: Readonly<Record<string, number>> = { 'import.type': 415, 'import.old-format': 415 }

interface Message {
  done?: unknown
  refused?: { code: string; words: string }
  failed?: string
  chunk?: Uint8Array
  next?: true
}

/**
 * Reads and writes files on threads of their own, one file a thread, each held to a heap and a time: whatever a file
 * does to its thread, the server goes on.
 */
export class Workshop {
  #atWork = 0
  readonly #waiting: (() => void)[] = []
  readonly #threads = new Set<Worker>()
  readonly #milliseconds: number
  readonly #heapMegabytes: number

  constructor({ milliseconds = MILLISECONDS, heapMegabytes = HEAP_MEGABYTES } = {}) {
    this.#milliseconds = milliseconds
    this.#heapMegabytes = heapMegabytes
  }

  /** @throws ProblemError for a file that is not read, by its reason */
  async read(bytes: Uint8Array, name: string): Promise<ReadFile> {
    return (await this.#run({ task: 'read', bytes, name })) as ReadFile
  }

  /** The file as it was sent, with what is wrong written into it. */
  async annotate(bytes: Uint8Array, type: FileType, notes: Notes): Promise<Uint8Array> {
    return (await this.#run({ task: 'annotate', bytes, type, notes })) as Uint8Array
  }

  /** The cells of a questionnaire. @throws ProblemError for a file that is not read, by its reason */
  async readForm(bytes: Uint8Array, name: string): Promise<ReadForm> {
    return (await this.#run({ task: 'read-form', bytes, name })) as ReadForm
  }

  /** The questionnaire with its cells filled, all else as it was. */
  async fillForm(bytes: Uint8Array, work: FormWork): Promise<Uint8Array> {
    return (await this.#run({ task: 'fill-form', bytes, work })) as Uint8Array
  }

  /** A workbook as it is written: the next rows are asked for when the last are on their way. */
  async *write(
    layout: Layout,
    batches: AsyncIterable<{ sheet: number; rows: WrittenRow[] }>,
  ): AsyncGenerator<Uint8Array> {
    await this.#enter()
    const thread = this.#start({ task: 'write', layout })
    const timer = setTimeout(() => void thread.terminate(), WRITE_MILLISECONDS)
    const source = batches[Symbol.asyncIterator]()
    try {
      for await (const message of messagesOf(thread)) {
        if (message.chunk) yield message.chunk
        if (message.done) return
        if (message.refused || message.failed) throw new Error(message.failed ?? message.refused?.words)
        if (!message.next) continue
        const { done, value } = await source.next()
        thread.postMessage(done ? { end: true } : value)
      }
      throw new Error('The thread that writes a workbook ended early.')
    } finally {
      clearTimeout(timer)
      await source.return?.()
      await thread.terminate()
      this.#leave()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()))
  }

  async #run(job: Job): Promise<unknown> {
    await this.#enter()
    const thread = this.#start(job)
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      void thread.terminate()
    }, this.#milliseconds)
    try {
      for await (const { done, refused, failed } of messagesOf(thread)) {
        if (done !== undefined) return done
        if (refused) throw new ProblemError(refused.code, STATUS[refused.code] ?? 422, refused.words)
        if (failed) throw new ProblemError('import.unreadable', 422, 'The file could not be read.')
      }
      throw isLate
        ? new ProblemError('import.too-slow', 422, `Not read within ${this.#milliseconds / 1000} s.`)
        : new ProblemError('import.too-heavy', 422, 'The file takes more memory than it may.')
    } finally {
      clearTimeout(timer)
      await thread.terminate()
      this.#leave()
    }
  }

  #start(job: Job): Worker {
    const thread = new Worker(new URL('worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: this.#heapMegabytes, maxYoungGenerationSizeMb: 64 },
      // Nothing of the process: neither its settings, which hold secrets, nor its output.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    this.#threads.add(thread)
    thread.once('exit', () => this.#threads.delete(thread))
    return thread
  }

  async #enter(): Promise<void> {
    if (this.#atWork < AT_ONCE) {
      this.#atWork++
      return
    }
    if (this.#waiting.length >= MOST_WAITING) {
      throw new ProblemError('import.busy', 503, 'Many files are being read. Try again.', { 'retry-after': '10' })
    }
    // The one that leaves hands its place over.
    await new Promise<void>((done) => void this.#waiting.push(done))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#atWork--
  }
}

/** What a thread says, until it ends. An error of the thread itself ends it too, its memory used up for one. */
async function* messagesOf(thread: Worker): AsyncGenerator<Message> {
  const said: Message[] = []
  let hasEnded = false
  let wake = () => {}
  thread.on('message', (message: Message) => {
    said.push(message)
    wake()
  })
  thread.on('error', () => wake())
  thread.on('exit', () => {
    hasEnded = true
    wake()
  })
  for (;;) {
    const next = said.shift()
    if (next) yield next
    else if (hasEnded) return
    else await new Promise<void>((done) => (wake = done))
  }
}
