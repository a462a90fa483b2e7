import type { FrozenRecord, Source } from '@tvl/model'

/** Numbers for sources, in the order in which a document first cites them. */
export class Citations {
  readonly #numbers = new Map<string, number>()

  /** The numbers of these sources, rising. */
  cite(sources: readonly string[]): number[] {
    const numbers = sources.map((id) => {
      const known = this.#numbers.get(id)
      if (known !== undefined) return known
      const number = this.#numbers.size + 1
      this.#numbers.set(id, number)
      return number
    })
    return [...new Set(numbers)].sort((a, b) => a - b)
  }

  /** Every source cited so far, with its number; null: what was frozen does not hold it. */
  list(sources: readonly FrozenRecord<Source>[]): { number: number; id: string; source: Source | null }[] {
    const byId = new Map(sources.map(({ id, properties }) => [id, properties]))
    return [...this.#numbers].map(([id, number]) => ({ number, id, source: byId.get(id) ?? null }))
  }
}

/** `3, 5–9`: runs of three and more are drawn together. */
export function runs(numbers: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && last.to === number - 1) last.to = number
    else found.push({ from: number, to: number })
  }
  return found.flatMap((run) =>
    run.to - run.from === 1
      ? [
          { from: run.from, to: run.from },
          { from: run.to, to: run.to },
        ]
      : [run],
  )
}
