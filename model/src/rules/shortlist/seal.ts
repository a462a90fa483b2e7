import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { FrozenShortlist } from './frozen.ts'

/** What is frozen as text, and the name that its content gives it. */
export interface Sealed {
  /** Canonical JSON (RFC 8785): the same content is the same text. */
  text: string
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  hash: string
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const hashOfText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** The text and the hash of something frozen. */
export function seal(frozen: FrozenShortlist): Sealed {
  const text = canonicalize(frozen)
  if (text === undefined) throw new TypeError('nothing to seal')
  return { text, hash: hashOfText(text) }
}

/** What was frozen is not what its hash says: a byte of it was changed. */
export class BrokenSeal extends Error {
  override name = 'BrokenSeal'
}

/**
 * Reads what was sealed.
 * @throws BrokenSeal unless the text is the very one of the hash
 */
export function unseal({ text, hash }: Sealed): FrozenShortlist {
  if (hashOfText(text) !== hash) throw new BrokenSeal(`This is not what was frozen as ${hash}.`)
  return JSON.parse(text) as FrozenShortlist
}
