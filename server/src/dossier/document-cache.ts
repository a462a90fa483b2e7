/** Documents by key, the last used kept, as many as go into so many bytes. */
export class DocumentCache {
  readonly #most: number
  readonly #kept = new Map<string, Buffer>()
  readonly #inTheMaking = new Map<string, Promise<Buffer>>()
  #bytes = 0

  /** @param most bytes that are kept altogether */
  constructor(most: number) {
    this.#most = most
  }

  get bytes(): number {
    return this.#bytes
  }

  /** The document of a key; made where it is not kept, and once however many ask for it at the same time. */
  async get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const kept = this.#kept.get(key)
    if (kept) {
      // Last used, last in order.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const making = this.#inTheMaking.get(key)
    if (making) return making
    const made = make()
      .then((document) => {
        this.#keep(key, document)
        return document
      })
      .finally(() => this.#inTheMaking.delete(key))
    this.#inTheMaking.set(key, made)
    return made
  }

  #keep(key: string, document: Buffer): void {
    if (document.length > this.#most) return
    this.#kept.set(key, document)
    this.#bytes += document.length
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#most) return
      this.#kept.delete(oldest)
      this.#bytes -= length
    }
  }
}
