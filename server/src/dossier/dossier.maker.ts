import { type FrozenShortlist, freeze, type Language, type Shortlist, seal, siteLine } from '@tvl/model'
import { freezeCatalogue } from '../shortlists/freeze-catalogue.ts'
import { aShortlist, lineId } from '../shortlists/shortlists.maker.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { DEFAULT_BRAND, type DossierBrand } from './brand.ts'
import type { DossierOrder } from './order.ts'

const TITLES: Readonly<Record<Language, string>> = {
  fr: 'Quatre sites pour 300 sièges francophones',
  ar: 'أربعة مواقع لثلاثمائة مقعد بالفرنسية',
  en: 'Four sites for 300 French-speaking seats',
}

const NOTES = {
  fr: 'Visite possible dès lundi. Le gestionnaire garde le deuxième niveau jusqu’au 15 janvier 2027 ; au-delà, il faut confirmer.',
  ar: 'الزيارة ممكنة ابتداء من يوم الاثنين. يحتفظ المسيِّر بالطابق الثاني إلى غاية 15 يناير 2027؛ وبعد ذلك يلزم التأكيد.',
  en: 'A visit is possible from Monday. The manager keeps the second floor until 15 January 2027; after that it has to be confirmed.',
}

/** A shortlist of the demonstration with its title in a language, and a note on its first site. */
export const dossierShortlist = (language: Language, change: Partial<Shortlist> = {}): Shortlist =>
  aShortlist({
    title: TITLES[language],
    sites: ['fes-shore', 'casanearshore', 'technopolis-rabat', 'oujda-shore'].map((zoneId, i) => {
      const line = siteLine(lineId(i + 1), zoneId)
      return i === 0 ? { ...line, notes: NOTES } : line
    }),
    ...change,
  })

/** A shortlist frozen from the demonstration’s catalogue. */
export const frozenFrom = (shortlist: Shortlist): FrozenShortlist =>
  freeze(shortlist, freezeCatalogue(demoSnapshot(), shortlist, 'demo'))

/** What a dossier is made of; give only what the test is about. */
export function anOrder(
  language: Language,
  { shortlist, brand = DEFAULT_BRAND }: { shortlist?: Shortlist; brand?: DossierBrand } = {},
): DossierOrder {
  const frozen = frozenFrom(shortlist ?? dossierShortlist(language))
  return { frozen, hash: seal(frozen).hash, brand, language }
}
