import type { Language } from '@tvl/model'
import { DayColumn, UNKNOWN_DAY } from '../../catalogue/column.ts'
import type { Table } from '../../catalogue/table.ts'
import type { Geometry } from '../../cql2/ast.ts'
import type { Accessor, Cql2Environment, Cql2Function, Queryable } from '../../cql2/environment.ts'

const geometries = new WeakMap<Table, Accessor>()

/** Geometries by row, each the same object every time, as the topology library prepares an object once. */
function geometryOf(table: Table): Accessor {
  const known = geometries.get(table)
  if (known) return known
  const read: (Geometry | null)[] = []
  const accessor = (row: number): Geometry | null => {
    read[row] ??= table.geometry(row) as Geometry | null
    return read[row] ?? null
  }
  geometries.set(table, accessor)
  return accessor
}

/** What CQL2 may name in a collection: every queryable, `id`, and `geometry` (null where there is none). */
export function environmentOf(
  table: Table,
  language: Language,
  isPoints: boolean,
  functions: Readonly<Record<string, Cql2Function>>,
): Cql2Environment {
  const { boxes } = table.positions
  const points = {
    lon: (row: number) => boxes[row * 4] ?? Number.NaN,
    lat: (row: number) => boxes[row * 4 + 1] ?? Number.NaN,
  }
  const queryables = new Map<string, Queryable>([
    ['id', { type: 'string' }],
    ['geometry', { type: 'geometry', ...(isPoints ? { points } : {}) }],
  ])
  for (const { name, type } of table.queryables) queryables.set(name, { type })
  return {
    queryables,
    functions,
    get(name) {
      if (name === 'geometry') return geometryOf(table)
      const column = table.column(name, language)
      if (!(column instanceof DayColumn)) return table.get(name, language)
      const { days } = column
      return (row) => {
        const day = days[row]
        return day === UNKNOWN_DAY ? null : day
      }
    },
  }
}
