import { type Static, Type } from 'typebox'
import { ChangeEntry } from '../changes-feed/entries.ts'

const OrNull = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()])

/** One change as those who answer for the catalogue read it: with the person or program that wrote it. */
export const RecordEntry = Type.Object({
  ...ChangeEntry.properties,
  building: OrNull(Type.String({ description: 'building it lies in' })),
  author: Type.Union(
    [
      Type.Object({
        id: Type.String({ description: 'to ask for more of theirs with `person`' }),
        name: OrNull(Type.String({ description: 'null: the account was erased, or is not shown here' })),
      }),
      Type.Null(),
    ],
    { description: 'null: the system itself' },
  ),
  note: OrNull(Type.String()),
  undoes: OrNull(Type.String({ description: 'the commit that this one takes back' })),
  undoneBy: OrNull(Type.String({ description: 'the commit that took this one back' })),
})
export type RecordEntry = Static<typeof RecordEntry>

export const RecordAnswer = Type.Object({
  entries: Type.Array(RecordEntry, { description: 'the last change first' }),
  next: Type.Union([Type.Integer(), Type.Null()], { description: '`before` of the next page; null: this is the last' }),
  head: Type.Integer({ description: 'number of the last change there is' }),
})
export type RecordAnswer = Static<typeof RecordAnswer>

export const VerificationAnswer = Type.Object({
  isWhole: Type.Boolean({ description: 'every commit follows from the one before it and from its own changes' }),
  isPresentRight: Type.Boolean({ description: 'the present is what the record says' }),
  commits: Type.Integer(),
  changes: Type.Integer(),
  head: Type.Union([Type.String(), Type.Null()], {
    description: 'the last link, hex; who keeps it elsewhere can tell later that nothing before it was rewritten',
  }),
  broken: Type.Union([Type.Object({ commit: Type.String(), reason: Type.String() }), Type.Null()], {
    description: 'the first commit that does not fit',
  }),
  strays: Type.Integer({ description: 'changes that belong to no commit' }),
  knowsHead: Type.Union([Type.Boolean(), Type.Null()], {
    description: 'whether the link given as `head` is in the chain; null: none was given',
  }),
  at: Type.String({ description: 'when it was verified, RFC 3339' }),
})
export type VerificationAnswer = Static<typeof VerificationAnswer>
