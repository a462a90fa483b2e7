import type { Need } from '@tvl/model'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import { factCell, missingCell, type RowWords, shortDate } from './row-words.ts'
import type { Cell, Row } from './rows.ts'
import type { Subject } from './subjects.ts'

type PoolFigure =
  | 'literateFrenchPct'
  | 'literateEnglishPct'
  | 'literateSpanishPct'
  | 'universityNewEntrants'
  | 'unemploymentPct'
  | 'activityPct'
  | 'cmcPlacesPerYear'

/** What a site owes to the place it stands in: measures, people, access. The same for a zone and for its offices. */
export function regionalRows(subjects: readonly Subject[], words: RowWords, { context }: ZoneIndex, need: Need): Row[] {
  const { t, format } = words
  const percent = (value: number) => format.percent(value)
  const people = (property: PoolFigure, print: (value: number) => string) =>
    subjects.map(({ pool }) => (pool ? factCell(pool, property, words, print) : missingCell('not-published')))
  const talent = (
    id: string,
    property: PoolFigure,
    better: Row['better'],
    print: (value: number) => string,
    under?: string,
  ): Row => ({
    id,
    group: 'talent',
    label: t(id as 'french'),
    better,
    cells: people(property, print),
    ...(under ? { under } : {}),
  })
  const distance = (place: 'airport' | 'hsrStation' | 'railStation'): Row => ({
    id: place,
    group: 'access',
    label: t(place),
    under: t('crow'),
    better: 'less',
    cells: subjects.map(({ zone }) => distanceCell(zone.properties, place, words)),
  })
  return [
    {
      id: 'irCap',
      group: 'measures',
      label: t('irCap'),
      under: t('irCapUnder'),
      better: 'less',
      cells: subjects.map(({ zone }) => factCell(zone.properties, 'irCapPct', words, percent)),
    },
    {
      id: 'premium',
      group: 'measures',
      label: t('premium'),
      under: t('premiumUnder'),
      better: 'more',
      cells: subjects.map(({ zone }) => premiumCell(zone.properties, words)),
    },
    {
      id: 'incentives',
      group: 'measures',
      label: t('incentives'),
      under: t('incentivesUnder'),
      better: null,
      isText: true,
      cells: subjects.map(({ zone }): Cell => {
        const answers = [...context.verdicts(zone, need).values()]
        const count = (answer: string) => answers.filter((other) => other === answer).length
        return { text: t('verdicts', { yes: count('yes'), ask: count('ask') }), order: null, provenance: null }
      }),
    },
    talent('french', 'literateFrenchPct', 'more', percent, t('literateUnder')),
    talent('english', 'literateEnglishPct', 'more', percent, t('literateUnder')),
    talent('spanish', 'literateSpanishPct', 'more', percent, t('literateUnder')),
    talent('entrants', 'universityNewEntrants', 'more', (n) => format.number(n), t('entrantsUnder')),
    {
      id: 'skillsCity',
      group: 'talent',
      label: t('skillsCity'),
      under: t('skillsCityUnder'),
      better: null,
      isText: true,
      cells: subjects.map(({ pool }) => skillsCityCell(pool, words)),
    },
    talent('unemployment', 'unemploymentPct', null, percent, t('unemploymentUnder')),
    talent('activity', 'activityPct', null, percent),
    distance('airport'),
    distance('hsrStation'),
    distance('railStation'),
  ]
}

function premiumCell(zone: Subject['zone']['properties'], { need, format }: RowWords): Cell {
  const { territorialPremium: category, territorialPremiumPct, provenance } = zone
  if (category === null) return missingCell('not-published')
  const evidence = provenanceOf(provenance, 'territorialPremium')
  const pct = format.percent(territorialPremiumPct ?? 0, { sign: true })
  return {
    text: category === 'none' ? need('premium.none') : need(`premium.${category}`, { pct }),
    order: category === 'none' ? 0 : territorialPremiumPct,
    provenance: evidence,
    ...(evidence?.asOf ? { note: shortDate(format, evidence.asOf) } : {}),
  }
}

function skillsCityCell(pool: Subject['pool'], { format }: RowWords): Cell {
  const town = pool && { fr: pool.cmcFr, ar: pool.cmcAr, en: pool.cmcEn }[format.language]
  if (!pool || !town) return missingCell('not-published')
  const places = pool.cmcPlacesPerYear
  return {
    text: places === null ? town : `${town}, ${format.number(places)}`,
    order: null,
    provenance: provenanceOf(pool.provenance, places === null ? 'cmcFr' : 'cmcPlacesPerYear'),
  }
}

function distanceCell(
  zone: Subject['zone']['properties'],
  place: 'airport' | 'hsrStation' | 'railStation',
  { t, format, placeName }: RowWords,
): Cell {
  const km = zone[`${place}Km`]
  if (km === null) return missingCell('not-published')
  const provenance = provenanceOf(zone.provenance, `${place}Km`)
  const name = placeName(zone[`${place}Id`])
  const within = provenance?.radiusM ? t('within', { distance: format.distance(provenance.radiusM / 1000) }) : null
  return {
    text: format.distance(km),
    order: km,
    provenance,
    ...(name ? (place === 'airport' ? { lead: name } : { below: name }) : {}),
    ...(within ? { note: within } : {}),
  }
}
