import { formatDay, type Grade, type Language } from '@tvl/model'
import { Citations } from './citations.ts'
import { tint } from './colours.ts'
import { type CoverContent, coverContent } from './cover-content.ts'
import { FigurePrinter } from './figures.ts'
import { GRADE_MARKS } from './grade-marks.ts'
import { type DossierOrder, isIllustrative, linesInOrder, nameIn, snapshotId } from './order.ts'
import { printableLine } from './printable.ts'
import { type ProvenanceContent, provenanceContent } from './provenance-content.ts'
import { type SiteContent, siteContents } from './site-content.ts'
import { WORDS } from './words/in-language.ts'

/** All that the template prints, written out: it adds nothing of its own but places. */
export interface DossierContent {
  language: Language
  direction: 'ltr' | 'rtl'
  title: string
  author: string
  date: { year: number; month: number; day: number }
  brand: {
    name: string
    primary: string
    accent: string
    wash: string
    quiet: string
    hasMark: boolean
    contact: string[]
  }
  day: string
  hash: string
  snapshot: string
  /** What every page says where something in the document is invented. */
  illustrative: string | null
  marks: Record<Grade, string>
  grades: Record<Grade, string>
  words: Record<string, string | readonly string[]>
  cover: CoverContent
  mapAlt: string
  sites: SiteContent[]
  provenance: ProvenanceContent
}

/** The words and figures of a dossier. Pure: the same order gives the same content. */
export function dossierContent(order: DossierOrder): DossierContent {
  const { frozen, hash, brand, language } = order
  const words = WORDS[language]
  const print = new FigurePrinter(language, words, new Citations())
  // What stands for most figures of a site gets numbers that follow each other, which are short to cite.
  for (const { site } of linesInOrder(frozen)) print.citations.cite(site.zone.properties.provenance['*']?.sources ?? [])
  const cover = coverContent(order, print)
  const sites = siteContents(order, print)
  const provenance = provenanceContent(order, print)
  const [year = 0, month = 0, day = 0] = frozen.catalogue.today.split('-').map(Number)
  const name = printableLine(nameIn(brand, language))
  const { email, phone, address, web } = brand.contact
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    title: cover.title,
    author: frozen.organisation ? printableLine(nameIn(frozen.organisation, language)) : name,
    date: { year, month, day },
    brand: {
      name,
      primary: brand.primary,
      accent: brand.accent,
      wash: tint(brand.primary, 0.1),
      quiet: tint(brand.primary, 0.35),
      hasMark: brand.mark !== null,
      contact: [address, phone, email, web].flatMap((line) =>
        line === null || line === '' ? [] : [printableLine(line)],
      ),
    },
    day: formatDay(language, frozen.catalogue.today),
    hash,
    snapshot: words.snapshot(snapshotId(hash)),
    illustrative: isIllustrative(frozen) ? words.illustrative : null,
    marks: GRADE_MARKS,
    grades: words.grade,
    words: wordsOfTemplate(order),
    cover,
    mapAlt: words.mapAlt(cover.rows.map(({ place, name: site, under }) => `${place} ${site} (${under})`).join(', ')),
    sites,
    provenance,
  }
}

function wordsOfTemplate({ language, brand }: DossierOrder): DossierContent['words'] {
  const words = WORDS[language]
  return {
    dossier: words.dossier,
    page: words.page('{page}', '{pages}'),
    allSourcesOn: words.allSourcesOn,
    numbersAreSources: words.numbersAreSources,
    crowFlies: words.crowFlies,
    markAlt: words.markAlt(nameIn(brand, language)),
    outOf100: words.outOf100,
    total: words.total,
    noUnits: words.noUnits,
    scoreParts: words.scoreParts,
    criterion: words.part.criterion,
    value: words.part.value,
    points: words.part.points,
    facts: words.facts,
    talent: words.talent,
    access: words.access,
    siteNotes: words.siteNotes,
    binding: words.binding,
    legalBases: words.legalBases,
    provenance: words.provenance,
    sources: words.sources,
    sourcesLead: words.sourcesLead,
    grades: words.grades,
    gradesLead: words.gradesLead,
    basis: words.basis,
    weights: words.weights,
    weightsLead: words.weightsLead,
    weight: words.weight,
    scale: words.scale,
    verify: words.verify,
    verifyLead: words.verifyLead,
    verifyHow: words.verifyHow,
    fullHash: words.fullHash,
    contact: words.contact,
    madeWith: words.madeWith,
    credits: words.credits,
    rentOf: words.rentOf,
    chargeOf: words.chargeOf,
    undated: words.undated,
  }
}
