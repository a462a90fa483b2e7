import { foldName } from '../names.ts'

/** A head or a word of a workbook as it is compared: folded as names are, without its spaces and its signs. */
export const squeezed = (text: string): string => foldName(text).replaceAll(' ', '')
