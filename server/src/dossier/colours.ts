/** The colours of paper: those of the pages by day (web/src/ui/tokens.css). */
export const INK = '#1a1d1b'
export const INK_2 = '#4a4f4b'
export const INK_3 = '#666b66'
export const PAPER = '#ffffff'
export const RULE = '#ddd9ce'
export const SEA = '#e8eef0'
export const SEA_LINE = '#c9d7dc'
export const SEA_TEXT = '#4a6c7a'
export const LAND = '#ffffff'
export const LAND_OTHER = '#f1efe8'
export const LAND_OTHER_LINE = '#c7c3b8'
export const COAST = '#6f8791'
export const BORDER = '#55584f'
export const BORDER_REGION = '#b3aea1'

/** A colour let down with white: `share` of it is left. */
export function tint(colour: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `#${parts
    .map((part) =>
      Math.round(255 - (255 - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
