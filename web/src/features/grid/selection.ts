/** A cell among the units shown; row -1 is the head of the columns. */
export interface CellAt {
  row: number
  column: number
}

/** The cell that has the focus, and the corner from which the selection was begun. */
export interface Selection {
  focus: CellAt
  anchor: CellAt
}

export interface Size {
  rows: number
  columns: number
}

export const HEAD = -1

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

export const at = (row: number, column: number): Selection => ({ focus: { row, column }, anchor: { row, column } })

/** The selection within what is shown, after rows or columns went. */
export function within({ focus, anchor }: Selection, { rows, columns }: Size): Selection {
  const inside = ({ row, column }: CellAt, least: number): CellAt => ({
    row: clamp(row, least, Math.max(least, rows - 1)),
    column: clamp(column, 0, columns - 1),
  })
  return { focus: inside(focus, HEAD), anchor: inside(anchor, focus.row === HEAD ? HEAD : 0) }
}

/** Both corners, in order. */
export function cornersOf({ focus, anchor }: Selection): { from: CellAt; to: CellAt } {
  return {
    from: { row: Math.min(focus.row, anchor.row), column: Math.min(focus.column, anchor.column) },
    to: { row: Math.max(focus.row, anchor.row), column: Math.max(focus.column, anchor.column) },
  }
}

export function isWithin(selection: Selection, { row, column }: CellAt): boolean {
  const { from, to } = cornersOf(selection)
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

/** Every cell of the selection, row by row. */
export function cellsOf(selection: Selection): CellAt[] {
  const { from, to } = cornersOf(selection)
  const width = to.column - from.column + 1
  return Array.from({ length: (to.row - from.row + 1) * width }, (_, i) => ({
    row: from.row + Math.floor(i / width),
    column: from.column + (i % width),
  }))
}

export interface Press {
  key: string
  /** Shift: the other corner stays */
  isExtending: boolean
  /** Ctrl or Cmd: to the edge */
  isFar: boolean
  isRtl: boolean
  /** rows in sight */
  page: number
}

/** Where a key leads, as spreadsheets have it; null for a key that leads nowhere. Right and left are as they are seen. */
export function pressed(selection: Selection, press: Press, size: Size): Selection | null {
  const to = target(selection.focus, press, size)
  if (!to) return null
  const least = press.isExtending ? 0 : HEAD
  const focus = {
    row: clamp(to.row, least, Math.max(HEAD, size.rows - 1)),
    column: clamp(to.column, 0, size.columns - 1),
  }
  return { focus, anchor: press.isExtending && selection.anchor.row !== HEAD ? selection.anchor : focus }
}

function target({ row, column }: CellAt, press: Press, { rows, columns }: Size): CellAt | null {
  const { key, isFar, isRtl, page } = press
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : row - 1, column }
    case 'ArrowDown':
      return { row: isFar ? rows - 1 : row + 1, column }
    case 'ArrowRight':
    case 'ArrowLeft': {
      const isForward = key === forward
      if (isFar) return { row, column: isForward ? columns - 1 : 0 }
      return { row, column: column + (isForward ? 1 : -1) }
    }
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 }
    case 'End':
      return { row: isFar ? rows - 1 : row, column: columns - 1 }
    case 'PageUp':
      return { row: Math.max(0, row - page), column }
    case 'PageDown':
      return { row: row + page, column }
    default:
      return null
  }
}
