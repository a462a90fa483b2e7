/** Which characters a TrueType font has, and how wide they are: what is needed to set text that cannot go wrong. */
export class Typeface {
  readonly #glyphs = new Map<number, number>()
  readonly #widths: number[] = []

  /** @throws RangeError for bytes that are no TrueType font */
  constructor(bytes: Buffer) {
    const tables = new Map<string, number>()
    for (let i = 0; i < bytes.readUInt16BE(4); i++) {
      const at = 12 + i * 16
      tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8))
    }
    const at = (name: string) => {
      const offset = tables.get(name)
      if (offset === undefined) throw new RangeError(`a font without ${name}`)
      return offset
    }
    this.#readWidths(bytes, at('head'), at('hhea'), at('hmtx'))
    this.#readCharacters(bytes, at('cmap'))
  }

  /** Whether the font has a character of its own for it. */
  has(codePoint: number): boolean {
    return this.#glyphs.has(codePoint)
  }

  /** Width of a character in ems; null: the font has none. */
  width(codePoint: number): number | null {
    const glyph = this.#glyphs.get(codePoint)
    if (glyph === undefined) return null
    return this.#widths[Math.min(glyph, this.#widths.length - 1)] ?? null
  }

  #readWidths(bytes: Buffer, head: number, hhea: number, hmtx: number): void {
    const unitsPerEm = bytes.readUInt16BE(head + 18)
    const count = bytes.readUInt16BE(hhea + 34)
    for (let i = 0; i < count; i++) this.#widths.push(bytes.readUInt16BE(hmtx + i * 4) / unitsPerEm)
  }

  #readCharacters(bytes: Buffer, cmap: number): void {
    for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
      const table = cmap + bytes.readUInt32BE(cmap + 4 + i * 8 + 4)
      const format = bytes.readUInt16BE(table)
      if (format === 12) this.#readGroups(bytes, table)
      else if (format === 4) this.#readSegments(bytes, table)
    }
  }

  #readGroups(bytes: Buffer, table: number): void {
    for (let i = 0; i < bytes.readUInt32BE(table + 12); i++) {
      const at = table + 16 + i * 12
      const [first, last, glyph] = [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8)]
      for (let code = first; code <= last; code++) this.#glyphs.set(code, glyph + code - first)
    }
  }

  #readSegments(bytes: Buffer, table: number): void {
    const size = bytes.readUInt16BE(table + 6)
    for (let i = 0; i < size; i += 2) {
      const last = bytes.readUInt16BE(table + 14 + i)
      const first = bytes.readUInt16BE(table + 16 + size + i)
      const delta = bytes.readUInt16BE(table + 16 + 2 * size + i)
      const offsetAt = table + 16 + 3 * size + i
      const offset = bytes.readUInt16BE(offsetAt)
      for (let code = first; code <= last && code !== 0xffff; code++) {
        const glyph = offset === 0 ? code : bytes.readUInt16BE(offsetAt + offset + (code - first) * 2)
        const shifted = glyph === 0 ? 0 : (glyph + delta) & 0xffff
        if (shifted !== 0) this.#glyphs.set(code, shifted)
      }
    }
  }
}
