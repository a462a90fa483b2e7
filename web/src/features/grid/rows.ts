import type { Building, Office } from '@tvl/model'
import type { Feature } from '../../api/features.ts'
import type { ZoneInventory } from '../../api/zone-inventory.ts'
import { differing, type Edit, type GridField } from './cells.ts'
import type { Edits } from './grid-store.ts'

/** A unit as the grid shows it: as published, and with what was typed. */
export interface UnitRow {
  id: string
  published: Office
  office: Office
  /** Only what differs from the published one. */
  edit: Edit
}

/** A line of the grid: the head of a building, or a unit with its place among the units. */
export type Line =
  | { kind: 'building'; building: Feature<Building>; units: number }
  | { kind: 'unit'; row: UnitRow; at: number }

/** Buildings as listed; in each the units from the top floor down, in the declared order. */
export function linesOf({ buildings, offices }: ZoneInventory, edits: Edits): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const building of buildings) {
    const units = [...(offices.get(building.id) ?? [])].sort(
      (a, b) => b.properties.floor - a.properties.floor || a.properties.stackOrder - b.properties.stackOrder,
    )
    lines.push({ kind: 'building', building, units: units.length })
    for (const { id, properties } of units) {
      const edit = differing(properties, edits[id] ?? {})
      lines.push({ kind: 'unit', at, row: { id, published: properties, office: { ...properties, ...edit }, edit } })
      at += 1
    }
  }
  return lines
}

export const unitsOf = (lines: readonly Line[]): UnitRow[] =>
  lines.flatMap((line) => (line.kind === 'unit' ? [line.row] : []))

/** More or less than this times the published value is asked about before it is sent. */
const UNUSUAL = 20
const FIGURES = ['seats', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'] as const

/** Figures so far from the published ones that they look like a slip. */
export function unusualFields({ published, edit }: UnitRow): GridField[] {
  return FIGURES.filter((field) => {
    const [before, now] = [published[field], edit[field]]
    if (typeof before !== 'number' || typeof now !== 'number' || before <= 0) return false
    return now / before >= UNUSUAL || now / before <= 1 / UNUSUAL
  })
}
