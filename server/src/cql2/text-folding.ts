// Most values are plain ASCII, for which nothing below makes a difference.
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/**
 * A form of a text that is the same for all its spellings in upper and lower case (Unicode simple and full case
 * folding as far as `toUpperCase` and `toLowerCase` give it: ß and SS, σ and ς fold together).
 */
export function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC')
}

// Latin letters whose stroke or ligature isn't a combining mark in Unicode, so that decomposition leaves them whole.
const LATIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ł: 'l',
  Ł: 'L',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'TH',
  ß: 'ss',
  ẞ: 'SS',
}

// Arabic letters that are commonly written for one another. Alef with hamza or madda, and waw and yeh with hamza,
// decompose into the bare letter and a mark, so they need no line here.
const ARABIC: Readonly<Record<string, string>> = { ٱ: 'ا', ة: 'ه', ى: 'ي', ـ: '' }

const LETTERS = new RegExp(`[${[...Object.keys(LATIN), ...Object.keys(ARABIC)].join('')}]`, 'gu')

// Marks of Latin, Greek, Cyrillic and Arabic only: in Japanese or Devanagari a mark makes another letter.
const MARKS = new RegExp(
  '[\\u0300-\\u036F\\u0483-\\u0487\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\u06E7\\u06E8' +
    '\\u06EA-\\u06ED\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\uFE20-\\uFE2F]',
  'gu',
)

/**
 * A form of a text that is the same with and without accents: Latin diacritics and strokes, Greek and Cyrillic accents
 * and Arabic vowel signs go; أ إ آ ٱ become ا, ؤ و, ئ ى ي, ة ه; tatweel goes. Case stays.
 */
export function foldAccents(text: string): string {
  if (isAscii(text)) return text
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LETTERS, (letter) => LATIN[letter] ?? ARABIC[letter] ?? letter)
    .normalize('NFC')
}
