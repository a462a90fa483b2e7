import { formatPercent, provenanceOf, type TalentPool, type Zone } from '@tvl/model'
import { categoryIn, radiusOf } from './cover-content.ts'
import type { Figure, FigurePrinter } from './figures.ts'
import type { Line } from './order.ts'
import { printableLine } from './printable.ts'

/** A figure with its name. */
export interface Fact {
  label: string
  figure: Figure
}

type Of<R> = (
  label: string,
  property: string & keyof R,
  text: (value: number) => string,
  more?: { unit?: string; note?: string | null },
) => Fact

/** What is published of a zone. What may well be asked for stands even where it is unknown; the rest only if known. */
export function zoneFacts({ site }: Line, print: FigurePrinter): Fact[] {
  const zone = site.zone.properties
  const { fact, measured, status } = print.words
  const number = print.number
  const year = (value: number) => String(value)
  const percent = (value: number) => formatPercent(print.language, value)
  const of: Of<Zone> = (label, property, text, more) => {
    const value = zone[property]
    return { label, figure: print.of(zone, property, typeof value === 'number' ? text(value) : null, more) }
  }
  const word = (label: string, property: keyof Zone, text: string | null): Fact => ({
    label,
    figure: print.of(zone, property, text === null ? null : printableLine(text), { note: null }),
  })
  const known = (facts: Fact[]) => facts.filter(({ figure }) => !figure.isUnknown)
  const premium = zone.territorialPremium
  return [
    word(fact.status, 'status', status[zone.status]),
    word(fact.operator, 'operatorName', zone.operatorName),
    ...known([word(fact.developer, 'developerName', zone.developerName)]),
    of(fact.land, 'areaHa', number, { unit: measured.ha }),
    of(fact.built, 'officeM2Built', number, { unit: measured.m2 }),
    ...known([
      of(fact.plan, 'officeM2PlannedTotal', number, { unit: measured.m2 }),
      of(fact.announced, 'officeM2Announced', number, { unit: measured.m2 }),
    ]),
    of(fact.available, 'officeM2AvailableOfficial', number, { unit: measured.m2 }),
    of(fact.occupancy, 'occupancyPct', percent),
    of(fact.jobs, 'jobsCurrent', number),
    ...known([
      of(fact.jobsPlanned, 'jobsPlanned', number),
      of(fact.companies, 'companies', number),
      of(fact.opened, 'openedYear', year, { note: null }),
      of(fact.expected, 'expectedYear', year, { note: null }),
    ]),
    of(fact.rent, 'rentMadPerM2Month', print.price, { unit: measured.madM2Month }),
    ...known([of(fact.investment, 'investmentMad', number, { unit: measured.mad })]),
    of(fact.irCap, 'irCapPct', percent),
    word(
      fact.premium,
      'territorialPremium',
      premium === null ? null : premium === 'none' ? print.words.noPremium : categoryIn(premium, print.language),
    ),
    of(fact.position, 'positionRadiusM', (metres) => number(metres / 1000), { unit: measured.km, note: null }),
  ]
}

/** The people of the region. */
export function talentFacts({ site }: Line, print: FigurePrinter): Fact[] {
  const pool = site.pool?.properties ?? null
  const region = site.region?.properties ?? null
  const { person } = print.words
  const percent = (value: number) => formatPercent(print.language, value)
  const of: Of<TalentPool> = (label, property, text, more) => {
    const value = pool?.[property]
    return { label, figure: print.of(pool, property, typeof value === 'number' ? text(value) : null, more) }
  }
  const known = (facts: Fact[]) => facts.filter(({ figure }) => !figure.isUnknown)
  const town = pool ? { fr: pool.cmcFr, ar: pool.cmcAr, en: pool.cmcEn }[print.language] : null
  const population = region?.population2024 ?? null
  return [
    of(person.entrants, 'universityNewEntrants', print.number),
    of(person.french, 'literateFrenchPct', percent),
    of(person.english, 'literateEnglishPct', percent),
    ...known([of(person.spanish, 'literateSpanishPct', percent)]),
    of(person.unemployment, 'unemploymentPct', percent),
    ...known([of(person.activity, 'activityPct', percent), of(person.offshoring, 'offshoringJobs', print.number)]),
    { label: person.cmc, figure: print.of(pool, 'cmcFr', town === null ? null : printableLine(town), { note: null }) },
    ...known([of(person.cmcPlaces, 'cmcPlacesPerYear', print.number)]),
    {
      label: person.population,
      figure: print.of(region, 'population2024', population === null ? null : print.number(population), { note: null }),
    },
  ]
}

/** How far away the next airport and stations lie. */
export function accessFacts({ site }: Line, print: FigurePrinter): Fact[] {
  const zone = site.zone.properties
  const { reach, measured } = print.words
  const iata = zone.airportId?.split('-').at(-1)?.toUpperCase()
  const of = (label: string, property: 'airportKm' | 'hsrStationKm' | 'railStationKm'): Fact => {
    const km = zone[property]
    return {
      label,
      figure: print.of(zone, property, km === null ? null : print.number(km), {
        unit: measured.km,
        note: km === null ? null : radiusOf(print, provenanceOf(zone, property)?.radiusM),
      }),
    }
  }
  return [
    of(iata ? `${reach.airport} ${iata}` : reach.airport, 'airportKm'),
    of(reach.hsr, 'hsrStationKm'),
    of(reach.rail, 'railStationKm'),
  ]
}
