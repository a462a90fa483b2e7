import type { RowMap } from './column.ts'

/** A change adds a buffer; the index of a buffer is kept in 16 bits. */
const MOST_BUFFERS = 1000
const CHUNK = 4 * 1024 * 1024

/**
 * Ready-made GeoJSON features, as bytes in a few large buffers: an answer is put together by copying them. A change
 * adds a small buffer and leaves the large ones as they are.
 */
export class Fragments {
  private readonly buffers: readonly Buffer[]
  private readonly buffer: Uint16Array
  private readonly start: Uint32Array
  private readonly end: Uint32Array

  constructor(buffers: readonly Buffer[], buffer: Uint16Array, start: Uint32Array, end: Uint32Array) {
    this.buffers = buffers
    this.buffer = buffer
    this.start = start
    this.end = end
  }

  /** The bytes of one row; a view, not a copy: do not write to it. */
  get(row: number): Buffer {
    const buffer = this.buffers[this.buffer[row] ?? 0]
    if (!buffer) throw new RangeError(`No row ${row}`)
    return buffer.subarray(this.start[row] ?? 0, this.end[row] ?? 0)
  }

  get bytes(): number {
    return this.buffers.reduce((sum, buffer) => sum + buffer.length, 0)
  }

  /** The rows of `from` (null: the same rows), with `changed` ones replaced. Put together anew once changes piled up. */
  moved(from: RowMap | null, changed: ReadonlyMap<number, string>): Fragments {
    if (this.buffers.length >= MOST_BUFFERS) return this.compacted().moved(from, changed)
    const buffer = from ? new Uint16Array(from.length) : this.buffer.slice()
    const start = from ? new Uint32Array(from.length) : this.start.slice()
    const end = from ? new Uint32Array(from.length) : this.end.slice()
    for (let row = 0; from && row < from.length; row++) {
      const old = from[row] ?? -1
      if (old < 0) continue
      buffer[row] = this.buffer[old] ?? 0
      start[row] = this.start[old] ?? 0
      end[row] = this.end[old] ?? 0
    }
    const added = Buffer.from([...changed.values()].join(''))
    let at = 0
    for (const [row, text] of changed) {
      buffer[row] = this.buffers.length
      start[row] = at
      at += Buffer.byteLength(text)
      end[row] = at
    }
    return new Fragments(changed.size > 0 ? [...this.buffers, added] : this.buffers, buffer, start, end)
  }

  /** The same rows without the bytes that changes have left behind. */
  private compacted(): Fragments {
    const builder = new FragmentsBuilder(this.start.length)
    for (let row = 0; row < this.start.length; row++) builder.add(this.get(row).toString())
    return builder.finish()
  }
}

/** Writes texts one after the other into large buffers. */
export class FragmentsBuilder {
  private readonly full: Buffer[] = []
  private current = Buffer.allocUnsafeSlow(64 * 1024)
  private at = 0
  private row = 0
  private readonly buffer: Uint16Array
  private readonly start: Uint32Array
  private readonly end: Uint32Array

  constructor(count: number) {
    this.buffer = new Uint16Array(count)
    this.start = new Uint32Array(count)
    this.end = new Uint32Array(count)
  }

  add(text: string): void {
    // At most three bytes a code unit: told without counting, and only where the buffer is nearly full counted.
    if (this.at + text.length * 3 > this.current.length && this.at + Buffer.byteLength(text) > this.current.length) {
      this.close()
      this.current = Buffer.allocUnsafeSlow(Math.max(CHUNK, Buffer.byteLength(text)))
    }
    this.buffer[this.row] = this.full.length
    this.start[this.row] = this.at
    this.at += this.current.write(text, this.at)
    this.end[this.row] = this.at
    this.row += 1
  }

  finish(): Fragments {
    this.close()
    return new Fragments(this.full, this.buffer, this.start, this.end)
  }

  private close(): void {
    const isRoomy = this.at < this.current.length / 2
    this.full.push(isRoomy ? Buffer.from(this.current.subarray(0, this.at)) : this.current.subarray(0, this.at))
    this.at = 0
  }
}
