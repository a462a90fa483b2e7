import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { needInWords } from '../shortlists/need-in-words.ts'
import type { DossierQuestion } from './dossier.ts'
import { type DossierSite, dossierSites } from './dossier-sites.ts'
import type { Evidence } from './evidence.ts'
import { FIGURES, saidOf, siteIsInvented } from './figures.ts'
import { DOSSIER_WORDS } from './words.ts'

/** A site: flat properties, and beside them, by the same names, how firm each is and who says so. */
export type DossierFeature = Feature<Geometry | null, Record<string, string | number | boolean | null>> & {
  id: string
  provenance: Record<string, Evidence>
}

/** RFC 7946 with foreign members: programs that know none of them read the sites all the same. */
export interface DossierCollection extends FeatureCollection<Geometry | null> {
  features: DossierFeature[]
  title: string
  need: string
  issuer: string | null
  snapshot: { hash: string; format: number; rules: string; catalogue: 'demo' | 'facts'; today: string }
  order: 'neutral' | 'agency'
  /** Something in it is invented, and how it must be shown. */
  illustrative: string | null
  sources: { id: string; title: string; publisher: string; publishedOn: string | null; url: string | null }[]
}

/**
 * A frozen shortlist as GeoJSON: sites in the order shown, at the point of their zone. Programs that drop what RFC 7946
 * does not name keep the mark and the grades, which stand among the properties too.
 */
export function dossierGeojson({ frozen, hash, issuer, language }: DossierQuestion): DossierCollection {
  const sites = dossierSites(frozen, language)
  const { catalogue, shortlist, format, rules } = frozen
  const words = DOSSIER_WORDS[language]
  const isInvented = catalogue.kind === 'demo' || sites.some(siteIsInvented)
  return {
    type: 'FeatureCollection',
    title: shortlist.title || words.untitled,
    need: needInWords(frozen, language),
    issuer,
    snapshot: { hash, format, rules, catalogue: catalogue.kind, today: catalogue.today },
    order: shortlist.order,
    illustrative: isInvented ? words.illustrativeSentence : null,
    sources: frozen.sources.map(({ id, properties: { title, publisher, publishedOn, url } }) => ({
      ...{ id, title, publisher, publishedOn, url },
    })),
    features: sites.map((site) => featureOf(site, { hash, language })),
  }
}

function featureOf(site: DossierSite, { hash, language }: Pick<DossierQuestion, 'hash' | 'language'>): DossierFeature {
  const said = FIGURES.map((figure) => ({
    key: figure.key,
    ...saidOf(figure, site, language),
    isFigure: figure.evidence !== 'none',
  }))
  const isInvented = siteIsInvented(site)
  return {
    type: 'Feature',
    id: site.line.id,
    geometry: site.site.zone.geometry,
    properties: {
      number: site.number,
      name: site.name,
      illustrative: isInvented,
      mark: isInvented ? DOSSIER_WORDS[language].illustrativeSentence : null,
      zoneId: site.site.zone.id,
      ...Object.fromEntries(said.map(({ key, value }) => [key, value])),
      ...Object.fromEntries(
        said.filter(({ isFigure }) => isFigure).map(({ key, evidence }) => [`${key}_grade`, evidence?.grade ?? null]),
      ),
      snapshot: hash,
    },
    provenance: Object.fromEntries(said.flatMap(({ key, evidence }) => (evidence ? [[key, evidence]] : []))),
  }
}
