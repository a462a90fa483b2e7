const NARROW = '\u202f'
const WHOLE = '\u00a0'

/**
 * French puts a space before `: ; ! ?` and inside « », at which no line may break: else a line begins with a colon.
 * Phrases are typed with plain spaces; this gives them the ones that print.
 */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[;!?])/g, NARROW)
    .replace(/ (?=[:»])/g, WHOLE)
    .replace(/« /g, `«${WHOLE}`)
