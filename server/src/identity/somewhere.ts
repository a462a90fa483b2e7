import { type Action, maySomewhere } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Author } from '../storage/commit.ts'
import { requireRight } from './caller.ts'
import { placeOfTerritory } from './places.ts'

/**
 * Refuses who has the right nowhere at all. What the caller sees or does then still goes by place.
 * @throws as `requireRight`
 */
export function requireSomewhere(request: FastifyRequest, action: Action, snapshot: Snapshot): Author {
  const { caller } = request
  const own = caller.kind === 'anonymous' ? undefined : caller.grants.find((grant) => maySomewhere([grant], action))
  return requireRight(request, action, placeOfTerritory(snapshot, own?.territory ?? { kind: 'national' }))
}
