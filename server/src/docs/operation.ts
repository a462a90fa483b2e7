import { type OasSchema, oasSchema } from './oas-schema.ts'
import { ref } from './shared.ts'

export interface OperationWords {
  id: string
  tag: string
  summary: string
  description?: string
  /** TypeBox schema of the body, if it has one. */
  body?: object
  /** TypeBox schema of the answer; none: 204. */
  answer?: object
  /** Of success; 200, or 204 without an answer. */
  status?: number
  parameters?: readonly OasSchema[]
  /** Statuses of the problems it may answer with, and when. */
  problems?: Readonly<Record<number, string>>
}

const problem = (description: string): OasSchema => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
})

/** An operation of the pages’ own API as OpenAPI describes it. */
export function operation(words: OperationWords): OasSchema {
  const { id, tag, summary, description, body, answer, parameters, problems = {} } = words
  const status = words.status ?? (answer ? 200 : 204)
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(parameters ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: oasSchema(body) } } } } : {}),
    responses: {
      [status]: {
        description: summary,
        ...(answer ? { content: { 'application/json': { schema: oasSchema(answer) } } } : {}),
      },
      ...Object.fromEntries(Object.entries(problems).map(([code, words]) => [code, problem(words)])),
      '500': ref('responses', 'ServerError'),
    },
  }
}
