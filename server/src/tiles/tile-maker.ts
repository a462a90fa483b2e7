import { Worker } from 'node:worker_threads'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { tileDataOf } from './tile-data.ts'

interface Answer {
  readonly id: number
  readonly bytes?: Uint8Array | null
  readonly missing?: true
}

interface Waiting {
  resolve(bytes: Uint8Array | null): void
  reject(error: Error): void
}

/** Encodes tiles on a thread of its own, started at the first tile, so that a large one delays no other answer. */
export class TileMaker {
  #worker: Worker | undefined
  readonly #waiting = new Map<number, Waiting>()
  #known: string[] = []
  #next = 0

  /** A tile of the offices; null where nothing lies. @throws when the thread fails; the next call starts a new one */
  tile(snapshot: Snapshot, z: number, x: number, y: number): Promise<Uint8Array | null> {
    const worker = this.#started()
    const { version } = snapshot
    if (!this.#known.includes(version)) {
      worker.postMessage({ version, data: tileDataOf(snapshot) })
      this.#known = [...this.#known, version].slice(-2)
    }
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, version, z, x, y })
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('tile-worker.js', import.meta.url))
    worker.on('message', ({ id, bytes, missing }: Answer) => {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (missing) waiting?.reject(new Error('The tile thread has let go of this version.'))
      else waiting?.resolve(bytes ?? null)
    })
    worker.on('error', (error) => this.#stopped(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#stopped(new Error('The tile thread has ended.')))
    // After the listeners, which would hold the process again.
    worker.unref()
    this.#worker = worker
    return worker
  }

  #stopped(error: Error): void {
    this.#worker = undefined
    this.#known = []
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
