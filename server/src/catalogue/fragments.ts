import type { RowMap } from './column.ts'

/**
 * Ready-made GeoJSON features, as bytes in a few large buffers: an answer is put together by copying them. A change
 * adds a small buffer and leaves the large ones as they are.
 */
export class Fragments {
  private readonly buffers: readonly Buffer[]
  private readonly buffer: Uint16Array
  private readonly start: Uint32Array
  private readonly end: Uint32Array

  private constructor(buffers: readonly Buffer[], buffer: Uint16Array, start: Uint32Array, end: Uint32Array) {
    this.buffers = buffers
    this.buffer = buffer
    this.start = start
    this.end = end
  }

  /** One buffer for all rows. */
  static of(texts: Iterable<Buffer>, count: number): Fragments {
    const parts = [...texts]
    const start = new Uint32Array(count)
    const end = new Uint32Array(count)
    let at = 0
    for (let row = 0; row < count; row++) {
      start[row] = at
      at += parts[row]?.length ?? 0
      end[row] = at
    }
    return new Fragments([Buffer.concat(parts, at)], new Uint16Array(count), start, end)
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

  /** The rows of `from`, with `changed` rows replaced. Put together anew once changes have piled up. */
  moved(from: RowMap, changed: ReadonlyMap<number, Buffer>): Fragments {
    if (this.buffers.length >= 256) {
      return Fragments.of(
        Array.from(from, (old, row) => changed.get(row) ?? this.get(old)),
        from.length,
      )
    }
    const buffer = new Uint16Array(from.length)
    const start = new Uint32Array(from.length)
    const end = new Uint32Array(from.length)
    for (let row = 0; row < from.length; row++) {
      const old = from[row] ?? -1
      if (old < 0) continue
      buffer[row] = this.buffer[old] ?? 0
      start[row] = this.start[old] ?? 0
      end[row] = this.end[old] ?? 0
    }
    let at = 0
    for (const [row, bytes] of changed) {
      buffer[row] = this.buffers.length
      start[row] = at
      at += bytes.length
      end[row] = at
    }
    return new Fragments([...this.buffers, Buffer.concat([...changed.values()], at)], buffer, start, end)
  }
}
