/** Every failure that a filter can cause, as a stable code that the web has words for. */
export const CQL2_ERROR_CODES = [
  'cql2.too-long',
  'cql2.too-deep',
  'cql2.too-many-terms',
  'cql2.too-many-vertices',
  'cql2.syntax',
  'cql2.arguments',
  'cql2.number',
  'cql2.temporal',
  'cql2.geometry',
  'cql2.coordinates',
  'cql2.unknown-property',
  'cql2.unknown-function',
  'cql2.type',
] as const

export type Cql2ErrorCode = (typeof CQL2_ERROR_CODES)[number]

/** Where in the filter something stands: a UTF-16 offset into the text, or an RFC 6901 pointer into the JSON. */
export interface Origin {
  readonly position?: number
  readonly pointer?: string
}

/**
 * The only exception that parsing, checking and compiling a filter throw.
 * `detail` is a short English sentence for the developer who wrote the filter.
 */
export class Cql2Error extends Error {
  readonly code: Cql2ErrorCode
  readonly detail: string
  readonly position: number | undefined
  readonly pointer: string | undefined

  constructor(code: Cql2ErrorCode, detail: string, origin: Origin = {}) {
    super(detail)
    this.name = 'Cql2Error'
    this.code = code
    this.detail = detail
    this.position = origin.position
    this.pointer = origin.pointer
  }
}

/** Quotes a piece of the caller's filter for a message, cut so that a hostile filter can't make a huge answer. */
export function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 128))
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('')}”`
}
