import type { OfficeColumns } from '@tvl/model'
import type { Kind } from './subjects.ts'

/**
 * What is compared. Links from other pages carry the ids alone: they are offices when each of them stands in a building of
 * the inventory, as an office's id begins with its building's.
 */
export function kindOf(
  asked: string | undefined,
  ids: readonly string[],
  columns: Pick<OfficeColumns, 'buildingIds'> | null,
): Kind {
  if (asked === 'offices') return 'offices'
  if (!columns || ids.length === 0) return 'zones'
  const isOffice = (id: string) => columns.buildingIds.some((building) => id.startsWith(`${building}-`))
  return ids.every(isOffice) ? 'offices' : 'zones'
}
