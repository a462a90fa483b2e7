/** Records as separated text for a spreadsheet: lines end as in Windows. */
export function stringify(records: readonly (readonly string[])[], separator: string): string
