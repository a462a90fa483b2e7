import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Need } from './need.ts'
import { CATALOGUE_OF_NAMES as catalogue } from './parse/catalogue-of-names.ts'
import { MAX_NEED_TEXT, parseNeed } from './parse.ts'

const TODAY = '2026-11-23'
const parse = (text: string, today = TODAY) => parseNeed(text, 'fr', { catalogue, today })
const french = { language: 'fr', minPct: 20 } as const

/** Text, what it asks, and what is left aside. */
const CASES: readonly (readonly [text: string, asked: Partial<Need>, ignored?: readonly string[]])[] = [
  [
    '300 sièges francophones à Fès avant septembre',
    { seats: 300, languages: [french], provinces: ['MA-FES'], availableBy: '2027-09-01' },
  ],
  [
    '300 sièges francophones avant septembre 2027, à moins de 25 km d’un aéroport, quartier animé',
    { seats: 300, languages: [french], availableBy: '2027-09-01', airportKm: 25 },
    ['quartier animé'],
  ],
  [
    '300 French-speaking support seats by next September',
    { seats: 300, languages: [french], trade: 'CRM', availableBy: '2027-09-01' },
  ],
  [
    '300 مقعد للناطقين بالفرنسية قبل شتنبر 2027، على أقل من 25 كلم من مطار',
    { seats: 300, languages: [french], availableBy: '2027-09-01', airportKm: 25 },
  ],
  // Numbers.
  ['1 200 sièges', { seats: 1200 }],
  ['1\u202f200 sièges', { seats: 1200 }],
  ['1,200 seats', { seats: 1200 }],
  ['1.200 seats', { seats: 1200 }],
  ['١٢٠٠ مقعد', { seats: 1200 }],
  ['trois cents sièges', { seats: 300 }],
  ['خمسمائة مقعد', { seats: 500 }],
  ['at least 300 seats', { seats: 300 }],
  ['300 مقعد على الأقل', { seats: 300 }],
  ['entre 300 et 500 places', { seats: 300 }],
  ['une équipe de 40', { seats: 40 }],
  ['300 francophones', { seats: 300, languages: [french] }],
  ['moins de 300 sièges', {}, ['moins de 300 sièges']],
  ['under 300 francophones sièges', { languages: [french] }, ['under 300', 'sièges']],
  ['300', {}, ['300']],
  ['300 sièges z', { seats: 300 }],
  // Contiguity.
  ['plateaux contigus', { contiguous: true }],
  ['d’un seul tenant', { contiguous: true }],
  ['on the same floor', { contiguous: true }],
  ['50 مقعدا متجاورا', { seats: 50, contiguous: true }],
  ['300 sièges répartis', { seats: 300, contiguous: false }],
  ['300 seats, not necessarily contiguous', { seats: 300, contiguous: false }],
  ['مكاتب غير متجاورة', { contiguous: false }],
  // Areas and rents.
  ['au moins 1 200 m²', { areaM2: 1200 }],
  ['1,200 sqm', { areaM2: 1200 }],
  ['1200 متر مربع', { areaM2: 1200 }],
  ['moins de 200 m²', {}, ['moins de 200 m²']],
  ['loyer max 100 DH/m²', { maxRentMadPerM2Month: 100 }],
  ['under 100 MAD per sqm', { maxRentMadPerM2Month: 100 }],
  ['أقل من 100 درهم', { maxRentMadPerM2Month: 100 }],
  ['loyer max 10 €/m²', {}, ['loyer max 10 €/m²']],
  ['moins de 1000 DH par siège', {}, ['moins de 1000 DH par siège']],
  // Places.
  ['région de l’Oriental', { regions: ['MA-02'] }],
  ['Fès-Meknès', { regions: ['MA-03'] }],
  ['Fès et Meknès', { provinces: ['MA-FES', 'MA-MEK'] }],
  ['région de Fès', { regions: ['MA-03'] }],
  ['Fez', { provinces: ['MA-FES'] }],
  ['بفاس أو الدار البيضاء', { provinces: ['MA-CAS', 'MA-FES'] }],
  ['فاس وطنجة', { provinces: ['MA-FES', 'MA-TNG'] }],
  ['مكاتب للرباط ولأكادير', { provinces: ['MA-AGD', 'MA-RAB'] }],
  ['وجدة', { provinces: ['MA-OUJ'] }],
  ['à Tétouan', { provinces: ['MA-MDF', 'MA-TET'] }],
  ['province de Tétouan', { provinces: ['MA-TET'] }],
  ['à Dakhla', { regions: ['MA-12'] }],
  ['à El Jadida', { provinces: ['MA-JDI'] }],
  ['offices for sale', {}, ['sale']],
  ['à Salé', { provinces: ['MA-SAL'] }],
  ['Ewane ou MITC', { operators: ['ewane', 'mitc'] }],
  // Measures.
  ['IR 10 %', { irCaps: [10] }],
  ['plafond d’IR de 10 % ou 20 %', { irCaps: [10, 20] }],
  ['IR non publié', { irCaps: [null] }],
  ['prime territoriale B', { territorialPremiums: ['B'] }],
  ['prime B', { territorialPremiums: ['B'] }],
  ['sans prime', { territorialPremiums: ['none'] }],
  ['prime à l’emploi', {}, ['prime à l’emploi']],
  ['منحة ترابية أ أو ب', { territorialPremiums: ['A', 'B'] }],
  ['l’avantage « Prime territoriale, catégorie A »', { incentives: ['charte-territoriale-a'] }],
  // Words.
  ['support client', { trade: 'CRM' }],
  ['IT', { trade: 'ITO' }],
  ['make it nice', {}, ['make it nice']],
  ['ingénierie', { trade: 'ESO' }],
  ['finance', { trade: 'KPO' }],
  ['Casablanca Finance City', {}],
  ['clé en main ou aménagé', { fitOuts: ['fitted', 'plug-and-play'] }],
  ['plateaux bruts', { fitOuts: ['shell'] }],
  ['مكاتب جاهزة', { fitOuts: ['plug-and-play'] }],
  ['en service ou en chantier', { statuses: ['operational', 'under-construction'] }],
  ['Tech Valley', { techValley: ['named'] }],
  ['candidats Tech Valley', { techValley: ['candidate-unconfirmed'] }],
  ['à 10 km d’une gare TGV', { hsrStationKm: 10 }],
  ['Al Boraq within 10 km', { hsrStationKm: 10 }],
  ['à 3,5 km d’une gare', { railStationKm: 3.5 }],
  ['plus de 25 km d’un aéroport', {}, ['plus de 25 km d’un aéroport']],
  ['anglophones (au moins 40 %)', { languages: [{ language: 'en', minPct: 40 }] }],
  ['40 % de francophones', { languages: [{ language: 'fr', minPct: 40 }] }],
  ['Spanish speakers', { languages: [{ language: 'es', minPct: 20 }] }],
  ['vérifié depuis moins de 30 jours', { verifiedWithinDays: 30 }],
  ['verified within the last 2 weeks', { verifiedWithinDays: 14 }],
  ['تم التحقق منها منذ أقل من 30 يوما', { verifiedWithinDays: 30 }],
  ['cité des métiers et des compétences', { skillsCity: true }],
  // Three languages in one text.
  ['300 seats à فاس before شتنبر 2027', { seats: 300, provinces: ['MA-FES'], availableBy: '2027-09-01' }],
]

const DATES: readonly (readonly [text: string, day: string | null, today?: string])[] = [
  ['avant septembre', '2027-09-01'],
  ['avant septembre', '2026-09-01', '2026-09-01'],
  ['avant septembre', '2027-09-01', '2026-09-02'],
  ['before December', '2026-12-01'],
  ['قبل غشت 2027', '2027-08-01'],
  ['قبل أيلول 2027', '2027-09-01'],
  ['قبل كانون الثاني 2028', '2028-01-01'],
  ['T3 2027', '2027-07-01'],
  ['before Q3 2027', '2027-07-01'],
  ['fin T3 2027', '2027-09-30'],
  ['T4', '2027-10-01'],
  ['third quarter of 2027', '2027-07-01'],
  ['الربع الثالث من 2027', '2027-07-01'],
  ['in 6 months', '2027-05-23'],
  ['dans 6 mois', '2027-05-23'],
  ['خلال 6 أشهر', '2027-05-23'],
  ['بعد شهرين', '2027-01-23'],
  ['dans six semaines', '2027-01-04'],
  ['by 2027-09-15', '2027-09-15'],
  ['le 15/09/2027', '2027-09-15'],
  ['09/2027', '2027-09-01'],
  ['au plus tard le 1er mars 2027', '2027-03-01'],
  ['by March 15, 2027', '2027-03-15'],
  ['by 3 May', '2027-05-03'],
  ['d’ici fin 2027', '2027-12-31'],
  ['avant fin février 2028', '2028-02-29'],
  ['by the end of the year', '2026-12-31'],
  ['mid-2027', '2027-07-01'],
  ['before 2028', '2028-01-01'],
  ['next year', '2027-01-01'],
  ['disponible immédiatement', null],
]

describe('places that are alternatives', () => {
  it('asks a region by its provinces when a province outside it stands beside it', () => {
    const { need } = parse('Fès-Meknès or Tangier')
    expect(need.regions).toEqual([])
    expect(need.provinces).toContain('MA-TNG')
    expect(need.provinces).toContain('MA-FES')
    const inFesMeknes = catalogue.provinces.filter(({ regionId }) => regionId === 'MA-03')
    expect(need.provinces).toHaveLength(inFesMeknes.length + 1)
  })

  it('keeps a province that narrows its own region', () => {
    expect(parse('région Fès-Meknès, province de Meknès').need).toMatchObject({
      regions: ['MA-03'],
      provinces: ['MA-MEK'],
    })
  })
})

describe('parseNeed', () => {
  it.each(CASES.map(([text, asked, ignored = []]) => ({ text, asked, ignored })))(
    'reads « $text »',
    ({ text, asked, ignored }) => {
      const parsed = parse(text)
      expect(parsed.ignored.map((piece) => piece.text)).toEqual(ignored)
      expect(parsed.need).toMatchObject(asked)
      expect(Object.keys(parsed.asked).sort()).toEqual(Object.keys(asked).sort())
    },
  )

  it.each(DATES.map(([text, day, today]) => ({ text, day, today })))(
    'reads « $text » as a day: $day',
    ({ text, day, today }) => {
      const parsed = parse(text, today)
      expect(parsed.asked).toEqual({ availableBy: day })
      expect(parsed.ignored).toEqual([])
    },
  )

  it.each(['31 février 2027', 'after September 2027', '2027-13-45'])('leaves « %s » aside', (text) => {
    const parsed = parse(text)
    expect(parsed.asked).toEqual({})
    expect(parsed.ignored).not.toEqual([])
  })

  it('says where in the text each thing was read, in the text as typed', () => {
    const text = '  300 sièges à  Tétouan, quartier animé'
    const parsed = parse(text)
    const pieces = parsed.understood.map(({ span, term, town }) => [text.slice(...span), term, town])
    expect(pieces).toEqual([
      ['300 sièges', 'seats', undefined],
      ['Tétouan', 'provinces', 'provinces'],
    ])
    expect(parsed.ignored.map(({ span }) => text.slice(...span))).toEqual(['quartier animé'])
  })

  it('says that a town was read as its region where no province bears its name', () => {
    expect(parse('Dakhla').understood).toMatchObject([{ term: 'regions', town: 'regions' }])
  })

  it('names the zones it met without filtering by them', () => {
    const parsed = parse('Fès Shore ou فاس شور, Casanearshore')
    expect(parsed.zones.map(({ zoneId }) => zoneId)).toEqual(['fes-shore', 'fes-shore', 'casanearshore'])
    expect(parsed.asked).toEqual({})
  })

  it('keeps the first of two different figures and leaves the second aside', () => {
    const parsed = parse('300 sièges puis 200 sièges')
    expect(parsed.need.seats).toBe(300)
    expect(parsed.ignored).not.toEqual([])
  })

  it('reads no further than its limit, and says so', () => {
    const parsed = parse(`${'x'.repeat(MAX_NEED_TEXT)} 300 sièges`)
    expect(parsed).toMatchObject({ asked: {}, unread: 11 })
  })

  it('reads a keyword between two names once', () => {
    const { understood } = parse('للرباط région Ewane')
    const [first, second] = understood.map(({ span }) => span)
    expect(second?.[0]).toBeGreaterThanOrEqual(first?.[1] ?? Number.NaN)
  })

  it('never throws and reads every piece at most once, whatever is typed', () => {
    const word = fc.constantFrom(
      ...CASES.flatMap(([text]) => text.split(' ')),
      ...DATES.flatMap(([text]) => text.split(' ')),
      '\ue000',
      '\ue001',
      'ﷺ',
      '½',
      '👍🏽',
      '\u202e',
      '((',
      '%',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('fr', 'ar', 'en'), (typed, language) => {
        const { understood, ignored, zones } = parseNeed(typed, language, { catalogue, today: TODAY })
        const spans = [...understood, ...ignored, ...zones].map(({ span }) => span).sort((a, b) => a[0] - b[0])
        const isSound = spans.every(([start, end], i) => start < end && start >= (spans[i - 1]?.[1] ?? 0))
        expect({ typed, isSound }).toEqual({ typed, isSound: true })
      }),
      { numRuns: 300 },
    )
  })
})
