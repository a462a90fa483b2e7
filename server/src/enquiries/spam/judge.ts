import { createHmac } from 'node:crypto'
import { foldText } from '@tvl/model'
import { type Sign, signsOf, type Typed } from './signs.ts'

/** How the form was filled in. */
export interface Manner {
  /** ms from the form to the sending. */
  age: number
  isWorked: boolean
  /** Something stood in the field that people do not see. */
  isTrapped: boolean
  /** Other addresses that sent the same text within a week. */
  sameText: number
  /** What this address sent within a day before. */
  sameAddress: number
}

export interface Verdict {
  isSpam: boolean
  score: number
  reasons: string[]
}

/** From here on it is put aside. No single sign of how a form was filled in reaches it: browsers fill fields in too. */
export const SPAM_FROM = 5
const TOO_FAST_MS = 3_000
const FAST_MS = 5_000
const MANY_A_DAY = 5

/** Weighs everything there is; each sign is kept by its name, so that an officer can see why. */
export function judge(typed: Typed, manner: Manner): Verdict {
  const signs = [...signsOfManner(manner), ...signsOf(typed)]
  const score = signs.reduce((sum, { points }) => sum + points, 0)
  return { isSpam: score >= SPAM_FROM, score, reasons: signs.map(({ reason }) => reason) }
}

function signsOfManner({ age, isWorked, isTrapped, sameText, sameAddress }: Manner): Sign[] {
  const signs: Sign[] = []
  if (isTrapped) signs.push({ reason: 'trap', points: 4 })
  if (age < TOO_FAST_MS) signs.push({ reason: 'too-fast', points: 4 })
  else if (age < FAST_MS) signs.push({ reason: 'fast', points: 1 })
  if (!isWorked) signs.push({ reason: 'no-work', points: 2 })
  if (sameText > 0) signs.push({ reason: 'repeated', points: sameText > 1 ? 6 : 3 })
  if (sameAddress >= MANY_A_DAY) signs.push({ reason: 'many', points: 3 })
  return signs
}

/** A keyed mark of a text: equal for texts that differ in links, addresses, figures and signs alone. */
export function fingerprintOf(secret: string, message: string): Buffer {
  return createHmac('sha256', secret)
    .update(`enquiry text ${lettersOf(message)}`)
    .digest()
}

const LEAST_LETTERS = 40

/** Whether two people would hardly write the same by chance: “call me back” is nobody’s campaign. */
export const isTelling = (message: string): boolean => lettersOf(message).length >= LEAST_LETTERS

const lettersOf = (message: string): string =>
  foldText(message)
    .text.split(/\s+/)
    .filter((word) => !/@|:\/\/|^www\./.test(word))
    .join('')
    .replace(/[^\p{L}]+/gu, '')
