import { modeLrgb, modeRgb, useMode, wcagContrast } from 'culori/fn'

useMode(modeRgb)
useMode(modeLrgb)

/** WCAG 2.2, success criterion 1.4.3: what text of any size needs. */
export const TEXT_CONTRAST = 4.5

/** What a brand’s colours are set on: the white of a printed page, and the paper of the product’s own (`--paper`). */
export const PAPERS = ['#ffffff', '#fbfaf6'] as const

/** Contrast ratio of two colours `#rrggbb` by WCAG 2.2: from 1, the same, to 21, black on white. */
export const contrast = (a: string, b: string): number => wcagContrast(a, b)

/** The lowest ratio of a colour over several grounds: the one that decides. */
export const leastContrast = (colour: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrast(colour, ground)))

/** A ratio as it is told: never rounded up, so that 4.49 does not read as 4.5. */
export const toldContrast = (ratio: number): number => Math.floor(ratio * 10 + 1e-9) / 10
