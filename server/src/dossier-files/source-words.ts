import type { FrozenShortlist, Language } from '@tvl/model'
import type { Evidence } from './evidence.ts'
import { DOSSIER_WORDS } from './words.ts'

/** Says where figures come from: the date of the figure, then each source by its id, publisher and date. */
export class SourceWords {
  readonly #sources: ReadonlyMap<string, FrozenShortlist['sources'][number]['properties']>

  readonly #ofNeed: string

  constructor({ sources }: Pick<FrozenShortlist, 'sources'>, language: Language) {
    this.#ofNeed = DOSSIER_WORDS[language].assumptions.ofNeed
    this.#sources = new Map(sources.map(({ id, properties }) => [id, properties]))
  }

  of(evidence: Evidence | null): string {
    if (evidence === null) return ''
    // Seats that are asked for have no source but who asks.
    if (evidence.sources.length === 0) return this.#ofNeed
    const sources = evidence.sources.map((id) => {
      const source = this.#sources.get(id)
      if (!source) return id
      return `${id} (${source.publisher}${source.publishedOn === null ? '' : `, ${source.publishedOn}`})`
    })
    return [...(evidence.asOf === null ? [] : [evidence.asOf]), sources.join('; ')].join(' · ')
  }
}
