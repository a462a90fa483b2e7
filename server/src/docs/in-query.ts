import { type OasSchema, oasSchema } from './oas-schema.ts'

/** The parameters of a query as OpenAPI lists them. */
export const inQuery = ({ properties }: { properties: Record<string, object> }): OasSchema[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: oasSchema(schema),
  }))
