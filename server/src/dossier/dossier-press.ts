import { createHash } from 'node:crypto'
import type { DossierBrand } from './brand.ts'
import { DocumentCache } from './document-cache.ts'
import type { DossierOrder } from './order.ts'
import { dossierPdf } from './pdf.ts'
import { PressRoom } from './press-room.ts'
import { socialPicture } from './social-picture.ts'

/** A dossier has about a megabyte. */
const MOST_BYTES = 48 * 1024 * 1024

/**
 * Where a server has its documents made: a few at once, off the event loop, and each once. One a server; close it with
 * the server.
 */
export class DossierPress {
  readonly #boundaries: string
  readonly #room = new PressRoom()
  readonly #cache: DocumentCache

  /** @param boundaries name of the boundary set that maps are drawn on: `settings.boundaries` */
  constructor({ boundaries, mostBytes = MOST_BYTES }: { boundaries: string; mostBytes?: number }) {
    this.#boundaries = boundaries
    this.#cache = new DocumentCache(mostBytes)
  }

  /** The dossier as PDF. @throws ProblemError `dossier.busy`, `dossier.too-slow` */
  pdf(order: DossierOrder): Promise<Buffer> {
    return this.#cache.get(`pdf ${keyOf(order)}`, () => dossierPdf(order, this.#options))
  }

  /** The picture beside a public link as PNG. @throws ProblemError `dossier.busy`, `dossier.too-slow` */
  picture(order: DossierOrder): Promise<Buffer> {
    return this.#cache.get(`png ${keyOf(order)}`, () => socialPicture(order, this.#options))
  }

  close(): Promise<void> {
    return this.#room.close()
  }

  get #options() {
    return { boundaries: this.#boundaries, room: this.#room }
  }
}

/** The hash stands for the content; a brand may change while the content does not. */
const keyOf = ({ hash, language, brand }: DossierOrder): string => `${hash} ${language} ${revisionOf(brand)}`

/** Changes with anything that a brand shows. */
function revisionOf({ mark, ...brand }: DossierBrand): string {
  return createHash('sha256')
    .update(JSON.stringify(brand))
    .update(mark ?? '')
    .digest('hex')
}
