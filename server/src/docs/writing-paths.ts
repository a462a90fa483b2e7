import {
  Base,
  ChangeAnswer,
  ChangeConflict,
  ChangeError,
  ChangeSet,
  CommitId,
  HoldBody,
  UndoBody,
} from '@tvl/model/schema'
import { Type } from 'typebox'
import { type OasSchema, oasSchema } from './oas-schema.ts'
import { operation } from './operation.ts'
import { ref } from './shared.ts'

export const WRITING_TAG = 'Writing'

/** Who may not write, said the same by every operation that writes. */
export const NO_RIGHT: Readonly<Record<number, string>> = {
  401: 'Nobody is signed in (`sign-in.required`), or the token is not good (`token.invalid`)',
  403: 'No right where the record lies or would lie (`right.missing`), or a second factor is needed (`second-factor.required`)',
}

const DESCRIPTION = `Everything in \`writes\` becomes one commit, or nothing does. Each write says at which version it read the record (\`base\`, the version that answers carry; the ETag of a single feature begins with it): what others changed since in other fields stays, and the same field changed by both is refused with both values. \`null\` as \`base\` creates.

\`id\` is a UUID of the writer’s: the same set sent again with it is written once and answered alike, so a set may be repeated until an answer comes.

Where a figure comes from and who verified it, when and how is set by the service (\`provenance\`, \`verifiedOn\`, \`verifiedBy\`, \`verificationMethod\`, \`verifications\`, \`illustrative\`); sending it is refused. A changed figure counts as verified today by \`method\`; \`verifies\` confirms fields as they are.

A figure twenty times the former one or a twentieth is refused with \`confirmable\` until its field is named in \`confirm\`.`

/** Adds a member to the problem document of a status. */
function withMember(described: OasSchema, status: number, name: string, schema: object): OasSchema {
  const responses = described.responses as Record<string, { description: string }>
  const member = { type: 'object', properties: { [name]: { type: 'array', items: oasSchema(schema) } } }
  const { description = '' } = responses[status] ?? {}
  const content = { 'application/problem+json': { schema: { allOf: [ref('schemas', 'problem'), member] } } }
  return { ...described, responses: { ...responses, [status]: { description, content } } }
}

/** The refusals of a change with all that stands against it. */
export const withRefusals = (described: OasSchema): OasSchema =>
  withMember(withMember(described, 409, 'conflicts', ChangeConflict), 422, 'errors', ChangeError)

const ANSWER = Type.Object({ ...ChangeAnswer.properties, features: Type.Array(Type.Object({})) })
const MALFORMED = 'The body has not the shape it must have (`change.malformed`, `body.…`)'
const BEHIND = 'It is written but not served yet (`catalogue.behind`): send it again'

const pathId = (description: string): OasSchema => ({
  name: 'id',
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

/** Writing to the catalogue. */
export function writingPaths(): Record<string, unknown> {
  return {
    '/api/changes': {
      post: withRefusals(
        operation({
          id: 'writeChanges',
          tag: WRITING_TAG,
          summary: 'Writes a set of changes as one commit',
          description: DESCRIPTION,
          parameters: [ref('parameters', 'lang')],
          body: ChangeSet,
          answer: ANSWER,
          problems: {
            400: MALFORMED,
            ...NO_RIGHT,
            409: 'Somebody changed the same fields since (`change.conflict`), or the id is of another commit (`commit.taken`)',
            413: 'The set is too large',
            422: 'It breaks a rule (`change.invalid`)',
            503: BEHIND,
          },
        }),
      ),
    },
    '/api/commits/{id}/undo': {
      post: withRefusals(
        operation({
          id: 'undoCommit',
          tag: WRITING_TAG,
          summary: 'Takes a commit back by a new commit',
          description:
            'Every field that the commit changed gets its former value; what others changed since in other fields stays. An undo can be undone.',
          parameters: [pathId('Id of the commit to take back'), ref('parameters', 'lang')],
          body: UndoBody,
          answer: ANSWER,
          problems: {
            400: MALFORMED,
            ...NO_RIGHT,
            404: 'There is no such commit (`commit.unknown`)',
            409: 'Fields were changed since (`undo.conflict`), nothing is left to undo (`undo.nothing`), or it is the first state (`undo.seed`)',
            422: 'The former state breaks a rule today (`change.invalid`)',
            503: BEHIND,
          },
        }),
      ),
    },
    '/api/offices/{id}/hold': {
      post: withRefusals(
        operation({
          id: 'holdOffice',
          tag: WRITING_TAG,
          summary: 'Holds a free office until an instant',
          description: 'The hold ends by itself at its minute; of two who hold at once, one is refused.',
          parameters: [pathId('Id of the office'), ref('parameters', 'lang')],
          body: HoldBody,
          answer: ANSWER,
          problems: {
            400: MALFORMED,
            ...NO_RIGHT,
            404: 'There is no such office',
            409: 'It is held (`hold.exists`), or neither free nor held (`hold.not-free`)',
            422: 'It breaks a rule (`change.invalid`), as an end that is past (`date.past`)',
            503: BEHIND,
          },
        }),
      ),
      delete: withRefusals(
        operation({
          id: 'releaseOffice',
          tag: WRITING_TAG,
          summary: 'Ends the hold of an office before its time',
          parameters: [
            pathId('Id of the office'),
            { name: 'id', in: 'query', required: true, description: 'Id of the commit', schema: oasSchema(CommitId) },
            { name: 'base', in: 'query', required: false, schema: oasSchema(Base) },
            ref('parameters', 'lang'),
          ],
          answer: ANSWER,
          problems: {
            400: MALFORMED,
            ...NO_RIGHT,
            404: 'There is no such office',
            409: 'Nobody holds it (`hold.none`)',
            422: 'It breaks a rule (`change.invalid`)',
            503: BEHIND,
          },
        }),
      ),
    },
  }
}
