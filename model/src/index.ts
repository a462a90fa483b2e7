export * from './rules/columns.ts'
export * from './rules/need/need.ts'
export type * from './schema/index.ts'
export { METHODS } from './schema/methods.ts'
