import type { Language } from '../../schema/common.ts'
import { type Need, NO_NEED } from './need.ts'
import type { NeedCatalogue } from './parse/catalogue.ts'
import { readDates } from './parse/dates.ts'
import { readDistances } from './parse/distances.ts'
import { readFreshness } from './parse/freshness.ts'
import { readLanguages } from './parse/languages.ts'
import { readLeftover } from './parse/leftover.ts'
import { readMeasures } from './parse/measures.ts'
import { readNames, readQuotedIncentives } from './parse/places.ts'
import { readArea, readRent } from './parse/rent-and-area.ts'
import { type Ignored, type MentionedZone, startScan, type Understood } from './parse/scan.ts'
import { readSeats } from './parse/seats.ts'
import { readTrades } from './parse/trades.ts'
import { readWords } from './parse/words.ts'
import { canonicalNeed } from './values.ts'

export type { Ignored, MentionedZone, Span, Understood } from './parse/scan.ts'

/** Longest text that is read; what comes after is left aside and said so. */
export const MAX_NEED_TEXT = 500

export interface ParseContext {
  catalogue: NeedCatalogue
  /** ISO day from which « before September » and « in 6 months » are counted: the catalogue's date. */
  today: string
}

export interface ParsedNeed {
  /** What the text asks, on top of NO_NEED. */
  need: Need
  /** Only the terms the text speaks of. */
  asked: Partial<Need>
  understood: Understood[]
  ignored: Ignored[]
  /** Zones named in the text, in order: to open, not to filter by. */
  zones: MentionedZone[]
  /** Characters of the text beyond MAX_NEED_TEXT, not read. */
  unread: number
}

/**
 * Reads a need from typed text: a fixed grammar, no service, the same answer every time. French, Arabic and English are
 * all read whatever the page's language, mixed too; `language` only settles words that two languages share. Never throws:
 * what is not understood is listed in `ignored`, to be shown.
 */
export function parseNeed(text: string, language: Language, { catalogue, today }: ParseContext): ParsedNeed {
  const scan = startScan(text.slice(0, MAX_NEED_TEXT))
  readQuotedIncentives(scan, catalogue)
  readFreshness(scan)
  readDistances(scan)
  readRent(scan)
  readArea(scan)
  readMeasures(scan)
  readNames(scan, catalogue, language)
  readDates(scan, today)
  readWords(scan)
  readLanguages(scan)
  readTrades(scan)
  readSeats(scan)
  readLeftover(scan)
  scan.understood.sort((a, b) => a.span[0] - b.span[0])
  const asked = withAlternatives(scan.asked, catalogue)
  const need = canonicalNeed({ ...NO_NEED, ...asked })
  return {
    need,
    asked,
    understood: scan.understood,
    ignored: scan.ignored,
    zones: scan.zones,
    unread: Math.max(0, text.length - MAX_NEED_TEXT),
  }
}

/**
 * « Fès-Meknès or Tangier »: a region and a province outside it are alternatives, while a need asks for both at once.
 * The region is then asked by its provinces. A province inside the region only narrows it and stays as it is.
 */
function withAlternatives(asked: Partial<Need>, { provinces }: NeedCatalogue): Partial<Need> {
  const { regions = [], provinces: chosen = [] } = asked
  const regionOf = new Map(provinces.map(({ id, regionId }) => [id, regionId]))
  const isApart = regions.length > 0 && chosen.some((id) => !regions.includes(regionOf.get(id) ?? ''))
  if (!isApart) return asked
  const inRegions = provinces.filter(({ regionId }) => regions.includes(regionId)).map(({ id }) => id)
  return { ...asked, regions: [], provinces: [...inRegions, ...chosen] }
}
