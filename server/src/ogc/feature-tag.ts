import type { Language } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'

const SHAPE = /^"(\d+)-\d{4}-\d{2}-\d{2}-(?:fr|ar|en)-json-([0-9a-f]{16})(?:-(?:br|gzip))?"$/

/**
 * The strong tag of one feature as it is served: it begins with the version of the catalogue and ends with the hash of
 * what is stored. What is served may change without it (a zone’s figures follow its offices): then only the version does.
 */
export function featureTag({ version }: Snapshot, language: Language, hash: bigint): string {
  return `"${version}-${language}-json-${hex(hash)}"`
}

/**
 * If-Match against what is stored now: whether the writer has seen it, whatever changed elsewhere since. Weak tags never
 * match (RFC 9110 §13.1.1).
 */
export function hasSeen(ifMatch: string, hash: bigint): boolean {
  if (ifMatch.trim() === '*') return true
  return ifMatch.split(',').some((tag) => SHAPE.exec(tag.trim())?.[2] === hex(hash))
}

const hex = (hash: bigint): string => BigInt.asUintN(64, hash).toString(16).padStart(16, '0')
