const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text as XML holds it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** A number as paths hold it. */
export const rounded = (value: number): string => String(Math.round(value * 10) / 10)

const ARABIC = /\p{Script=Arabic}/u

export interface TextStyle {
  x: number
  y: number
  size: number
  colour: string
  anchor?: 'start' | 'middle' | 'end'
  isStrong?: boolean
  /** Serif italics, of waters. */
  isSerif?: boolean
  /** Upright serif, of titles. */
  isTitle?: boolean
  /** Colour of the ground, drawn around the letters. */
  halo?: string
  spacing?: number
  /** Of an Arabic line: it runs from the right whatever it begins with. */
  isRtl?: boolean
}

/** One line of text. Arabic is set in its own cut, upright and unspaced: it has neither italics nor letter-spacing. */
export function svgText(text: string, style: TextStyle): string {
  const isArabic = ARABIC.test(text)
  const family = isArabic ? 'IBM Plex Sans Arabic' : style.isSerif || style.isTitle ? 'IBM Plex Serif' : 'IBM Plex Sans'
  const attributes = [
    `x="${rounded(style.x)}" y="${rounded(style.y)}" font-family="${family}" font-size="${rounded(style.size)}"`,
    `fill="${style.colour}"`,
    style.anchor && style.anchor !== 'start' ? `text-anchor="${style.anchor}"` : '',
    style.isStrong ? 'font-weight="500"' : '',
    style.isSerif && !isArabic ? 'font-style="italic"' : '',
    style.spacing && !isArabic ? `letter-spacing="${style.spacing}"` : '',
    style.halo ? `stroke="${style.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '',
  ]
  const run = style.isRtl ? `\u2067${text}\u2069` : text
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(run)}</text>`
}
