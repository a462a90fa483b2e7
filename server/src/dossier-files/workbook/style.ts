import type { Grade, Language } from '@tvl/model'
import type { Alignment, Border, Fill, Font } from 'exceljs'

/** The product’s ink, paper and cedar green (web/src/ui/tokens.css), as spreadsheets write colours. */
const INK = 'FF1A1D1B'
const INK_2 = 'FF4A4F4B'
const INK_3 = 'FF666B66'
const CEDAR = 'FF0A5C44'
const SUNKEN = 'FFF3F1EA'
const WASH = 'FFE8F0EA'
/** Darker than on the screen: printers lose the screen’s. */
const HAIR = 'FFB9B4A6'
const INVENTED = 'FFC31156'

const GRADE_COLOURS: Readonly<Record<Grade, string>> = {
  official: 'FF0A5C44',
  press: 'FF12337A',
  declared: 'FF8855B8',
  measured: 'FF14788C',
  modelled: 'FF66300D',
  derived: 'FF7D6A08',
  illustrative: INVENTED,
}

/** Fonts that every spreadsheet program has, Arabic in them: the product’s own are on few desks. */
const TEXT = 'Arial'
const TITLE = 'Georgia'

const ink = (argb: string, rest: Partial<Font> = {}): Partial<Font> => ({
  name: TEXT,
  size: 10,
  ...rest,
  color: { argb },
})
const ground = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const line = (style: Border['style'], argb: string): Partial<Border> => ({ style, color: { argb } })

export const FONTS = {
  title: (language: Language) => ink(INK, { name: language === 'ar' ? TEXT : TITLE, size: 18 }),
  sheetTitle: (language: Language) => ink(INK, { name: language === 'ar' ? TEXT : TITLE, size: 15 }),
  lead: ink(INK_2, { size: 11 }),
  note: ink(INK_2),
  small: ink(INK_3, { size: 9 }),
  text: ink(INK),
  strong: ink(INK, { bold: true }),
  head: ink(INK, { size: 9, bold: true }),
  input: ink(CEDAR),
  link: ink(CEDAR, { underline: true }),
  unknown: ink(INK_3, { italic: true }),
  mark: ink(INVENTED, { size: 9, bold: true }),
  section: ink(CEDAR, { size: 11, bold: true }),
  grade: (grade: Grade) => ink(GRADE_COLOURS[grade], { size: 9 }),
} as const

export const FILLS = { head: ground(SUNKEN), input: ground(WASH) } as const

export const BORDERS = {
  row: { bottom: line('hair', HAIR) },
  head: { top: line('thin', INK), bottom: line('thin', INK) },
  group: { top: line('thin', HAIR), bottom: line('hair', HAIR) },
} as const

/** Numbers keep their unit in the head of their column; a spreadsheet groups them as its reader’s country does. */
export const FORMATS = {
  text: '@',
  whole: '#,##0',
  tenths: '#,##0.0',
  money: '#,##0.00',
  points: '0.00',
  share: '0.0000',
  year: '0',
  day: 'yyyy-mm-dd',
  degrees: '0.0000',
  hundredths: '0.000000',
} as const
export type Format = keyof typeof FORMATS

const ARABIC = /\p{Script=Arabic}/u

/**
 * Words begin where the language does, a little off the figure before; figures end in a line. An Arabic text runs from
 * the right whatever program shows it, a Latin one on an Arabic sheet does not.
 */
export function alignmentOf(isText: boolean, shown: unknown = '', wrapText = false): Partial<Alignment> {
  const vertical = 'middle'
  if (!isText) return { vertical, wrapText, horizontal: 'right' }
  const isArabic = typeof shown === 'string' && ARABIC.test(shown)
  return {
    vertical,
    wrapText,
    indent: 1,
    horizontal: isArabic ? 'right' : 'left',
    readingOrder: isArabic ? 'rtl' : 'ltr',
  }
}
