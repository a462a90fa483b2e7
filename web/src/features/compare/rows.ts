import type { FreshnessState, Grade, Provenance } from '@tvl/model'

export const GROUPS = ['supply', 'measures', 'talent', 'access', 'site', 'freshness'] as const
export type Group = (typeof GROUPS)[number]

/** Why there is no figure, so that the page can say it. */
export type Missing = 'not-published' | 'no-office' | 'none-free' | 'never-verified'

export interface Cell {
  /** as printed; null = unknown or none, with the reason in `missing` */
  text: string | null
  /** what best and worst are told by; null = nothing to order */
  order: number | null
  provenance: Provenance | null
  missing?: Missing
  /** the place the figure is about, before it: an airport's code */
  lead?: string
  /** beside the figure: its date, or how far off it may be */
  note?: string
  /** under the figure: the place it is about, where its name is long */
  below?: string
  /** colour of the freshness dial before the figure */
  dial?: FreshnessState
}

export interface Row {
  id: string
  group: Group
  label: string
  /** unit or precision, under the label */
  under?: string
  /** which end is better; null = neither */
  better: 'more' | 'less' | null
  /** true: words, which may wrap */
  isText?: boolean
  cells: readonly Cell[]
}

/** Published figures compare with published ones, computed with computed, invented with invented. */
const CLASS_OF: Readonly<Record<Grade, 'published' | 'computed' | 'invented'>> = {
  official: 'published',
  press: 'published',
  declared: 'published',
  measured: 'published',
  modelled: 'computed',
  derived: 'computed',
  illustrative: 'invented',
}

/** Figures further apart than this say more of their dates than of their sites. */
export const MOST_MONTHS_APART = 24

/** The middle of the time a source's date names, in months since year 0; null when it names none. */
export function monthOf(asOf: string | null): number | null {
  const months = Array.from((asOf ?? '').matchAll(/\b(\d{4})(?:-(\d{2}))?/g), ([, year, month]) =>
    month === undefined ? Number(year) * 12 + 6 : Number(year) * 12 + Number(month) - 0.5,
  )
  const [first, last] = [months[0], months[months.length - 1]]
  return first === undefined || last === undefined ? null : (first + last) / 2
}

/** `one`: fewer than two figures to compare. `dates`, `grades`: they are there, and no honest best among them. */
export type Comparability = 'comparable' | 'unordered' | 'one' | 'dates' | 'grades'

/** Whether a best and a worst may be named in a row. */
export function comparability(row: Pick<Row, 'better' | 'cells'>): Comparability {
  if (row.better === null) return 'unordered'
  const known = row.cells.filter(({ order }) => order !== null)
  if (known.length < 2) return 'one'
  const classes = new Set(known.map(({ provenance }) => provenance && CLASS_OF[provenance.grade]))
  if (classes.size > 1) return 'grades'
  const months = known.map(({ provenance }) => monthOf(provenance?.asOf ?? null))
  const dated = months.filter((month) => month !== null)
  if (dated.length < months.length) return 'dates'
  return Math.max(...dated) - Math.min(...dated) > MOST_MONTHS_APART ? 'dates' : 'comparable'
}

export type Mark = 'best' | 'worst' | null

/** Best and worst of a row among its known figures; none where they are equal or do not compare. */
export function marksOf(row: Pick<Row, 'better' | 'cells'>): Mark[] {
  if (comparability(row) !== 'comparable') return row.cells.map(() => null)
  const orders = row.cells.flatMap(({ order }) => (order === null ? [] : [order]))
  const [least, most] = [Math.min(...orders), Math.max(...orders)]
  if (least === most) return row.cells.map(() => null)
  const [best, worst] = row.better === 'more' ? [most, least] : [least, most]
  return row.cells.map(({ order }) => (order === best ? 'best' : order === worst ? 'worst' : null))
}

/** True when every site has the same figure, or none for the same reason: nothing to choose by. */
export function isSame({ cells }: Pick<Row, 'cells'>): boolean {
  const keyOf = (cell: Cell) =>
    cell.text === null ? `missing ${cell.missing}` : `${cell.lead ?? ''} ${cell.text} ${cell.below ?? ''}`
  return new Set(cells.map(keyOf)).size <= 1
}

export interface Shown {
  groups: readonly { group: Group; rows: readonly Row[] }[]
  /** rows left out because all sites are alike */
  hidden: number
}

/** The rows to show, by group; groups without a row are left out. */
export function shownRows(rows: readonly Row[], differencesOnly: boolean): Shown {
  const shown = differencesOnly ? rows.filter((row) => !isSame(row)) : rows
  const groups = GROUPS.map((group) => ({ group, rows: shown.filter((row) => row.group === group) }))
  return { groups: groups.filter((group) => group.rows.length > 0), hidden: rows.length - shown.length }
}
