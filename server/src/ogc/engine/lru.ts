/** A map that keeps what was used last, up to a total weight. */
export class Lru<T> {
  readonly #entries = new Map<string, { value: T; weight: number }>()
  readonly #capacity: number
  #weight = 0

  /** @param capacity sum of weights it holds at the most */
  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Keeps a value; one heavier than the whole capacity is not kept. */
  set(key: string, value: T, weight = 1): void {
    this.delete(key)
    if (weight > this.#capacity) return
    this.#entries.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#weight -= entry.weight
    this.#entries.delete(key)
  }

  get size(): number {
    return this.#entries.size
  }
}
