import type { BrandColour, ColourCorrection, ColourRefusal } from '../../schema/brand.ts'
import { leastContrast, PAPERS, toldContrast } from './contrast.ts'
import { legible, nearestLegible } from './legible.ts'

export type ColourVerdict =
  | { kind: 'reads'; contrast: number }
  | ({ kind: 'corrected' } & Omit<ColourCorrection, 'field'>)
  | ({ kind: 'refused' } & Omit<ColourRefusal, 'field'>)

const told = (colour: string): number => toldContrast(leastContrast(colour, PAPERS))

/**
 * What becomes of a colour `#rrggbb` of a brand, which is set as text on paper and under white figures: kept, moved
 * until it reads, or refused. The server decides by it and the page shows it before.
 */
export function judgeColour(colour: string): ColourVerdict {
  const to = legible(colour)
  if (to === colour) return { kind: 'reads', contrast: told(colour) }
  if (to !== null) return { kind: 'corrected', from: colour, to, contrast: { from: told(colour), to: told(to) } }
  // On paper black always reads, so there is a nearest one.
  const nearest = nearestLegible(colour) ?? '#000000'
  return { kind: 'refused', colour, contrast: told(colour), nearest }
}

export interface JudgedColours {
  primary: string
  accent: string
  corrections: ColourCorrection[]
  refusals: ColourRefusal[]
}

/** Both colours of a brand as they may be kept. With a refusal nothing may be. */
export function judgeColours(asked: Readonly<Record<BrandColour, string>>): JudgedColours {
  const judged: JudgedColours = { primary: asked.primary, accent: asked.accent, corrections: [], refusals: [] }
  for (const field of ['primary', 'accent'] as const) {
    const verdict = judgeColour(asked[field])
    if (verdict.kind === 'refused') {
      const { colour, contrast, nearest } = verdict
      judged.refusals.push({ field, colour, contrast, nearest })
    } else if (verdict.kind === 'corrected') {
      const { from, to, contrast } = verdict
      judged[field] = to
      judged.corrections.push({ field, from, to, contrast })
    }
  }
  return judged
}

/** The product’s own colours (`--accent` and `--ink-2`): a brand that chose none is set in them. */
export const DEFAULT_COLOURS = { primary: '#0a5c44', accent: '#4a4f4b' } as const
