import { addMonths, isIsoDay } from '@tvl/model'
import { useMemo } from 'react'
import { useApp } from '../../state/store.ts'
import { COLUMNS, type Column, columnsShown } from './columns.ts'
import { GROUPS, type Group, SHOWS, type Show, type Sort, type View } from './rows.ts'

/** Half a year: what is decided now is moved into then. */
const AHEAD_MONTHS = 6

const oneOf = <T extends string>(values: readonly T[], text: string | undefined): T | undefined =>
  values.find((value) => value === text)

/** `seats` or `-seats`: the sign for the highest first. */
function readSort(text: string | undefined): Sort | null {
  const isDescending = text?.startsWith('-') ?? false
  const column = oneOf(COLUMNS, isDescending ? text?.slice(1) : text)
  return column ? { column, isDescending } : null
}

/** How the grid is looked at. It lies in the address: a colleague who gets the link sees the same. */
export function useView(today: string) {
  const { show, group, sort, q, more, on } = useApp((state) => state.params)
  const set = useApp((state) => state.setParam)
  return useMemo(() => {
    const view: View = {
      show: oneOf(SHOWS, show) ?? 'all',
      query: q ?? '',
      group: oneOf(GROUPS, group) ?? 'building',
      sort: readSort(sort),
    }
    const later = on && isIsoDay(on) && on > today ? on : addMonths(today, AHEAD_MONTHS)
    return {
      view,
      columns: columnsShown(more === '1'),
      hasMore: more === '1',
      /** ISO day on which blocks are looked at, beside today */
      later,
      setShow: (value: Show) => set('show', value === 'all' ? null : value),
      setGroup: (value: Group) => set('group', value === 'building' ? null : value),
      setQuery: (value: string) => set('q', value || null),
      setMore: (value: boolean) => set('more', value ? '1' : null),
      setLater: (value: string) => set('on', value || null),
      /** Up, down, and as the building stands. */
      turnSort: (column: Column) => {
        const now = view.sort?.column === column ? view.sort : null
        set('sort', !now ? column : now.isDescending ? null : `-${column}`)
      },
    }
  }, [show, group, sort, q, more, on, today, set])
}
