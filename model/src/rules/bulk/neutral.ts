/**
 * A text that begins like a formula is run by the program that opens the file. Exports put an apostrophe before it,
 * imports take that apostrophe off again; a text that has apostrophes before such a beginning gets one more, so that
 * every text comes back as it went.
 */
const FORMULA = /^[=+\-@\t\r]/
const MASKED = /^'*[=+\-@\t\r]/
const PREFIXED = /^'+[=+\-@\t\r]/

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

export const neutralised = (text: string): string => (MASKED.test(text) ? `'${text}` : text)

export const restored = (text: string): string => (PREFIXED.test(text) ? text.slice(1) : text)
