import { createHash, randomInt } from 'node:crypto'

/** At least one office in twenty is looked at again. */
const SHARE = 0.05

export const sampleSize = (offices: number): number => Math.max(1, Math.ceil(offices * SHARE))

/**
 * Draws the sample of a round. Offices that were drawn for this person today and not confirmed stay in it: beginning
 * anew until the sample is an easy one leads nowhere.
 */
export function drawSample(offices: readonly string[], stillOpen: ReadonlySet<string>): Set<string> {
  const sample = new Set(offices.filter((id) => stillOpen.has(id)))
  const rest = offices.filter((id) => !sample.has(id))
  while (sample.size < sampleSize(offices.length)) {
    const [drawn] = rest.splice(randomInt(rest.length), 1)
    if (drawn !== undefined) sample.add(drawn)
  }
  return sample
}

/** The commit that confirms one office of a sample: the same however often the answer is sent. */
export function sampleCommitId(round: string, office: string): string {
  const hex = createHash('sha256').update(`${round}/${office}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
