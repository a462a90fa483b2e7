import { Worker } from 'node:worker_threads'
import { ProblemError } from '../http/problem.ts'

export type PressJob =
  | { task: 'pdf'; template: string; content: string; files: Record<string, Uint8Array>; fonts: readonly string[] }
  | { task: 'png'; svg: string; fonts: readonly string[] }

/** The largest dossier takes a few seconds. */
const MILLISECONDS = 90_000
const HEAP_MEGABYTES = 512
const AT_ONCE = 1
const MOST_WAITING = 20

interface Limits {
  milliseconds?: number
  atOnce?: number
  mostWaiting?: number
}

/**
 * Sets documents and pictures on threads of their own, so many at once and each for so long: the server goes on
 * answering meanwhile.
 */
export class PressRoom {
  #atWork = 0
  readonly #waiting: (() => void)[] = []
  readonly #threads = new Set<Worker>()
  readonly #limits: Required<Limits>

  constructor({ milliseconds = MILLISECONDS, atOnce = AT_ONCE, mostWaiting = MOST_WAITING }: Limits = {}) {
    this.#limits = { milliseconds, atOnce, mostWaiting }
  }

  /**
   * @throws ProblemError `dossier.busy` when too many wait, `dossier.too-slow` when the time is up
   * @throws Error with what the compiler said, which is a fault of ours and not of the order
   */
  async run(job: PressJob): Promise<Buffer> {
    await this.#enter()
    const thread = new Worker(new URL('press-worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
      // Nothing of the process: neither its settings, which hold secrets, nor its output.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    this.#threads.add(thread)
    // Native code can't be stopped midway: the place is free when the thread has ended, not when the wait has.
    thread.once('exit', () => {
      this.#threads.delete(thread)
      this.#leave()
    })
    try {
      return await answerOf(thread, this.#limits.milliseconds)
    } finally {
      void thread.terminate()
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()))
  }

  async #enter(): Promise<void> {
    if (this.#atWork < this.#limits.atOnce) {
      this.#atWork++
      return
    }
    if (this.#waiting.length >= this.#limits.mostWaiting)
      throw new ProblemError('dossier.busy', 503, 'Many documents are being made. Try again.', { 'retry-after': '10' })
    await new Promise<void>((done) => void this.#waiting.push(done))
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#atWork--
  }
}

function answerOf(thread: Worker, milliseconds: number): Promise<Buffer> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      fail(
        new ProblemError('dossier.too-slow', 503, `Not made within ${milliseconds / 1000} s.`, { 'retry-after': '60' }),
      )
    }, milliseconds)
    thread.once('message', ({ bytes, failed }: { bytes?: Uint8Array; failed?: string }) => {
      if (bytes) done(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      else fail(new Error(failed ?? 'The thread that makes a document said nothing.'))
    })
    thread.once('error', fail)
    thread.once('exit', () => {
      clearTimeout(timer)
      fail(new Error('The thread that makes a document ended early.'))
    })
  })
}
