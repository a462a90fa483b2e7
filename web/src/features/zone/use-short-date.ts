import { useFormat } from '../../i18n/use-format.ts'

/** A date as a source prints it, for a narrow margin: months are abbreviated, other words kept. */
export function useShortDate(): (asOf: string) => string {
  const format = useFormat()
  return (asOf) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return format.day(asOf, 'short-day')
    if (/^\d{4}-\d{2}$/.test(asOf)) return format.day(`${asOf}-01`, 'short-month')
    return format.asOf(asOf)
  }
}
