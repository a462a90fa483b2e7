import { type BrandAnswer, type ColourCorrection, DEMO_BRAND_HOURS } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import type { KeptBrand } from './store.ts'

/** Whose brand it is, and whether what is set of it goes after a day. */
export interface BrandOwner {
  organisationId: string
  isDemo: boolean
}

/** A brand as the API tells it. */
export function brandAnswer(
  { organisationId, isDemo }: BrandOwner,
  { revision, brand, updatedAt, expiresAt }: KeptBrand,
  corrections: ColourCorrection[] = [],
): BrandAnswer {
  return {
    organisationId,
    revision,
    brand,
    updatedAt: updatedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastsHours: isDemo ? DEMO_BRAND_HOURS : null,
    corrections,
  }
}

export const brandTag = (revision: number): string => `"${revision}"`

/**
 * What a write has to have seen, by its If-Match: the revision in force. Else both sides are told, so that the page can
 * show them beside each other.
 * @throws ProblemError 428 `if-match.missing`, 412 `brand.changed` with `current` and `sent`
 */
export function requireSeen(request: FastifyRequest, owner: BrandOwner, sent: unknown) {
  const header = request.headers['if-match']
  if (header === undefined) {
    throw new ProblemError('if-match.missing', 428, 'Send the ETag that you have read in If-Match.')
  }
  const tags = header.split(',').map((tag) => tag.trim())
  return (current: KeptBrand): void => {
    if (tags.includes('*') || tags.includes(brandTag(current.revision))) return
    const members = { current: brandAnswer(owner, current), sent }
    const tag = { etag: brandTag(current.revision) }
    throw new ProblemError('brand.changed', 412, 'Somebody else changed the brand meanwhile.', tag, members)
  }
}
