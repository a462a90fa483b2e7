import { randomUUID } from 'node:crypto'
import type { ChangeWrite, CollectionId } from '@tvl/model'
import { CommitId, FeatureId } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { readBody } from '../changes/change-set.ts'
import { CRS84 } from './parameters/bbox.ts'
import { refuse } from './refuse.ts'

export const FEATURE_TYPES = ['application/geo+json', 'application/json'] as const
export const PATCH_TYPES = ['application/merge-patch+json'] as const

/** Members that the service adds to a feature: they may come back, and say nothing. */
const SERVED = { links: Type.Optional(Type.Unknown()), bbox: Type.Optional(Type.Unknown()) }
const exactly = { additionalProperties: false }
const Properties = Type.Record(Type.String(), Type.Unknown())

const featureBody = Compile(
  Type.Object(
    {
      type: Type.Literal('Feature'),
      id: Type.Optional(FeatureId),
      geometry: Type.Optional(Type.Unknown()),
      properties: Properties,
      ...SERVED,
    },
    exactly,
  ),
)
const patchBody = Compile(
  Type.Object(
    {
      type: Type.Optional(Type.Literal('Feature')),
      id: Type.Optional(Type.String()),
      geometry: Type.Optional(Type.Unknown()),
      properties: Type.Optional(Properties),
    },
    exactly,
  ),
)
const commitId = Compile(CommitId)

/**
 * Whether the body is of a type that the operation takes. Before it is read.
 * @throws problems 400 `body.type-missing` and `crs.unsupported`, 415 `body.type`
 */
export function checkHeaders({ headers }: FastifyRequest, types: readonly string[]): void {
  const given = headers['content-type']
  if (given === undefined) throw refuse(400, 'body.type-missing', `Content-Type is needed: ${types.join(' or ')}.`)
  const type = given.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw refuse(415, 'body.type', `The body can be ${types.join(' or ')}.`)
  const crs = headers['content-crs']
  if (crs !== undefined && String(crs).replace(/^<|>$/g, '') !== CRS84) {
    throw refuse(400, 'crs.unsupported', `Geometries are in ${CRS84}.`)
  }
}

/** The id of the commit: the request’s Idempotency-Key, so that it may be sent again; else a new one. */
export function commitIdOf({ headers }: FastifyRequest): string {
  const key = headers['idempotency-key']
  return key === undefined ? randomUUID() : readBody(commitId, key)
}

type Part = Pick<ChangeWrite, 'patch' | 'feature' | 'remove'>

/** The whole feature of a POST or PUT, and its id if it has one. @throws ProblemError `change.malformed`, 400 */
export function readFeature(body: unknown): Part & { id: string | undefined } {
  const { id, geometry, properties } = readBody(featureBody, body)
  return { id, feature: { properties, ...(geometry === undefined ? {} : { geometry }) } }
}

/** The changes of a PATCH (RFC 7396 over the feature). @throws ProblemError `change.malformed`, 400 */
export function readPatch(body: unknown): Part & { id: string | undefined } {
  const { id, geometry, properties } = readBody(patchBody, body)
  const patch = { ...(properties ? { properties } : {}), ...(geometry === undefined ? {} : { geometry }) }
  return { id, patch }
}

/** An id that stays when names and places change; the same for the same commit. */
export const newFeatureId = (collection: CollectionId, commit: string): string =>
  `${collection}-${commit.replaceAll('-', '').slice(0, 12)}`
