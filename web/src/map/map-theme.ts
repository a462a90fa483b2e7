/** The colours of the map, one per token of `ui/tokens.css`. */
export interface MapTheme {
  sea: string
  seaLine: string
  seaText: string
  land: string
  landHit: string
  landOther: string
  landOtherLine: string
  coast: string
  border: string
  borderRegion: string
  rail: string
  surface: string
  paper: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  onAccent: string
  illustrative: string
}

const TOKENS: Record<keyof MapTheme, `--${string}`> = {
  sea: '--sea',
  seaLine: '--sea-line',
  seaText: '--sea-text',
  land: '--land',
  landHit: '--land-hit',
  landOther: '--land-other',
  landOtherLine: '--land-other-line',
  coast: '--coast',
  border: '--border',
  borderRegion: '--border-region',
  rail: '--rail',
  surface: '--surface',
  paper: '--paper',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  accent: '--accent',
  onAccent: '--on-accent',
  illustrative: '--grade-illustrative',
}

/** The tokens as they stand on an element of the page: the canvas knows no custom properties. */
export function readMapTheme(element: Element): MapTheme {
  const style = getComputedStyle(element)
  const read = (token: string) => style.getPropertyValue(token).trim() || '#808080'
  return Object.fromEntries(Object.entries(TOKENS).map(([key, token]) => [key, read(token)])) as Record<
    keyof MapTheme,
    string
  >
}
