import type { Difference, Effect } from '@tvl/model'
import { CommitId, IsoDate, Known, Shortlist } from '@tvl/model/schema'
import { type Static, Type } from 'typebox'

const exactly = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
export const ById = Type.Object({ id: Id }, exactly)
export const ByShortlistId = Type.Object({ id: CommitId }, exactly)

const Revision = Type.Integer({ minimum: 0, description: 'counts what was saved' })

export const SaveBody = Type.Object(
  {
    base: Type.Union([Revision, Type.Null()], { description: 'revision that the writer read; null: it is new' }),
    content: Shortlist,
  },
  exactly,
)

export const SavedAnswer = Type.Object({
  revision: Revision,
  content: Shortlist,
})

export const ShortlistAnswer = Type.Object({
  id: Id,
  organisationId: Type.String(),
  revision: Revision,
  content: Shortlist,
  at: Type.String(),
  by: Known(Type.String({ description: 'name of who changed it last; null: erased' })),
  isArchived: Type.Boolean(),
})

export const ShortlistsAnswer = Type.Object({
  shortlists: Type.Array(
    Type.Object({
      id: Id,
      organisationId: Type.String(),
      title: Type.String(),
      sites: Type.Integer(),
      revision: Revision,
      at: Type.String(),
      by: Known(Type.String()),
      isArchived: Type.Boolean(),
      frozenAt: Known(Type.String({ description: 'when it was frozen last' })),
      hash: Known(Type.String({ description: 'of what was frozen last' })),
      links: Type.Integer({ description: 'links that still open' }),
      openings: Type.Integer(),
      openedAt: Known(Type.String({ description: 'when one of its links was opened last' })),
    }),
  ),
})

export const ArchiveBody = Type.Object({ isArchived: Type.Boolean() }, exactly)

export const FreezeBody = Type.Object({ revision: Revision }, exactly)

export const FreezeAnswer = Type.Object({
  id: Id,
  shortlistId: Id,
  revision: Revision,
  hash: Type.String({ description: 'SHA-256 of the canonical JSON (RFC 8785), hexadecimal' }),
  version: Type.Integer({ description: 'of the catalogue' }),
  at: Type.String(),
})

export const FreezesAnswer = Type.Object({ freezes: Type.Array(FreezeAnswer) })

export const FrozenAnswer = Type.Object({
  freeze: FreezeAnswer,
  text: Type.String({ description: 'what was frozen, to the byte: its SHA-256 is `freeze.hash`' }),
})

const EffectSchema = Type.Object({
  score: Type.Number({ description: 'points' }),
  monthlyCentimes: Known(Type.Integer({ description: 'MAD centimes a month, of what is known; null: cannot be told' })),
  days: Known(Type.Integer({ description: 'later (earlier: negative); null: cannot be told' })),
})

export const DifferenceAnswer = Type.Object({
  checkedAt: Type.String({ description: 'instant of the comparison' }),
  today: IsoDate,
  version: Type.Integer({ description: 'of the catalogue compared with' }),
  changes: Type.Integer({ description: 'things that changed, mere verifications left aside' }),
  fields: Type.Array(
    Type.Object({
      collection: Type.String(),
      id: Type.String(),
      field: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
      kind: Type.Enum(['value', 'evidence', 'gone'] as const),
      effects: Type.Array(Type.Object({ siteId: Type.String(), effect: EffectSchema })),
    }),
  ),
  sums: Type.Array(
    Type.Object({
      siteId: Type.String(),
      field: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
      effect: EffectSchema,
    }),
  ),
  now: Type.Array(
    Type.Unknown({ description: 'totals of each line today, in the form of the frozen ones; null: gone' }),
  ),
})
export type DifferenceAnswer = Static<typeof DifferenceAnswer>

/** A difference as it is sent. */
export function differenceAnswer(
  difference: Difference,
  about: Pick<DifferenceAnswer, 'checkedAt' | 'today' | 'version' | 'changes'>,
): DifferenceAnswer {
  const asList = (effects: ReadonlyMap<string, Effect>) => [...effects].map(([siteId, effect]) => ({ siteId, effect }))
  return {
    ...about,
    fields: difference.fields.map(({ effects, ...change }) => ({ ...change, effects: asList(effects) })),
    sums: difference.sums.map((sum) => ({ ...sum })),
    now: [...difference.now],
  }
}
