import { describe, expect, it } from 'vitest'
import { convertTo } from './convert.ts'
import { RFI_FIELDS, rfiField } from './fields.ts'
import { matchLabel, SURE } from './match.ts'

const RATES = [
  { currency: 'EUR', madPerUnit: '11.1409', asOf: '2026-02-02' },
  { currency: 'USD', madPerUnit: '9.3945', asOf: '2026-02-02' },
] as const

const field = (key: string) => {
  const found = rfiField(key)
  if (!found) throw new Error(key)
  return found
}

describe('a label', () => {
  it.each([
    ['1.1 Nom du site', 'zone.name'],
    ['Site name:', 'zone.name'],
    ['اسم الموقع', 'zone.name'],
    ['City', 'zone.city'],
    ['الجهة', 'region.name'],
    ['Q3. Distance to nearest airport (km)', 'zone.airportKm'],
    ['Distance to the closest airport (miles)', 'zone.airportKm'],
    ['Nearest airport', 'airport.name'],
    ['Nearest airport (km)', 'zone.airportKm'],
    ['المسافة إلى المطار (كلم)', 'zone.airportKm'],
    ['Distance à la gare TGV (km)', 'zone.hsrStationKm'],
    ['Distance à la gare (km)', 'zone.railStationKm'],
    ['Superficie du site (ha)', 'zone.areaHa'],
    ['Total acreage', 'zone.areaHa'],
    ['Available office space (sq ft)', 'offers.freeAreaM2'],
    ['Rent (USD per sq ft per year)', 'zone.rentMadPerM2Month'],
    ['Loyer demandé en €/m²/an', 'zone.rentMadPerM2Month'],
    ['الكراء (درهم/م²/شهر)', 'zone.rentMadPerM2Month'],
    ['Puissance électrique (kVA)', 'buildings.powerKva'],
    ['Backup power (hours)', 'buildings.backupPowerHours'],
    ['Number of fiber paths', 'buildings.fibrePaths'],
    ['Année d’ouverture', 'zone.openedYear'],
    ['Year opened', 'zone.openedYear'],
    ['What is the unemployment rate (%)?', 'talent.unemploymentPct'],
    ['معدل البطالة (%)', 'talent.unemploymentPct'],
    ['Quel est le taux de chômage de la région ?', 'talent.unemploymentPct'],
    ['University entrants per year', 'talent.universityNewEntrants'],
    ['Literate in French (%)', 'talent.literateFrenchPct'],
    ['Plafond de l’IR (%)', 'zone.irCapPct'],
    ['Largest contiguous block of seats', 'zone.contiguousSeats'],
  ])('%s asks for %s', (label, key) => {
    const match = matchLabel(label)
    expect([match.field, match.confidence >= SURE]).toEqual([key, true])
  })

  it.each([
    'Driving distance to airport (km)',
    'Distance to airport (minutes)',
    'Unemployment rate of university graduates (%)',
    'Population 2030',
    'Taux de chômage des femmes',
    'Electric power (kW)',
    'Corporate income tax rate',
    'Rent (USD per month)',
    'Vacancy rate',
    'Distance to port (km)',
  ])('%s is answered by nothing that is not asked', (label) => {
    expect(matchLabel(label).field).toBeNull()
  })

  it('that can be read in two ways is a choice', () => {
    const { field, candidates } = matchLabel('Service charge (MAD/m²/month)')
    expect(field).toBeNull()
    expect(candidates.slice(0, 2).map((one) => one.field)).toEqual([
      'offers.serviceChargeFrom',
      'offers.serviceChargeTo',
    ])
  })

  it('takes its unit from the column of units', () => {
    expect(matchLabel('Rent', 'USD/sq ft/yr').said).toMatchObject({ currency: 'USD', area: 'ft²' })
    expect(matchLabel('Site area', 'acres').said).toEqual({ area: 'acre' })
    expect(matchLabel('Nearest airport', 'km').field).toBe('zone.airportKm')
  })

  it('is every own name of every field, in every language, that no other shares', () => {
    const wrong = RFI_FIELDS.flatMap(({ key, words }) =>
      Object.values(words).flatMap((label) => {
        const match = matchLabel(label)
        return match.field === key ? [] : [[label, key, match.field, match.candidates]]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('a figure', () => {
  it.each([
    ['zone.areaHa', 'Site area (acres)', 22, 54.36, 'acre'],
    ['zone.areaHa', 'Superficie du site', 22, 22, 'ha'],
    ['zone.areaHa', 'Superficie du site (m²)', 22, 220_000, 'm²'],
    ['zone.officeM2Built', 'Built office area (sq ft)', 30_000, 322_917, 'ft²'],
    ['zone.airportKm', 'Distance to airport (miles)', 10, 6.2, 'mi'],
    ['zone.rentMadPerM2Month', 'Rent (MAD/m²/month)', 75, 75, 'MAD/m²/month'],
    ['zone.rentMadPerM2Month', 'Rent (EUR/m²/year)', 75, 80.78, 'EUR/m²/year'],
    ['zone.rentMadPerM2Month', 'Rent (USD/sq ft/year)', 75, 8.9, 'USD/ft²/year'],
    ['zone.investmentMad', 'Announced investment (million MAD)', 120_000_000, 120, '10⁶ MAD'],
    ['buildings.powerKva', 'Electric power (MVA)', 2500, 2.5, 'MVA'],
  ])('of %s for “%s” is converted', (key, label, value, expected, unit) => {
    const converted = convertTo(field(key), matchLabel(label).said, value, RATES)
    expect([converted?.value, converted?.unit]).toEqual([expected, unit])
  })

  it('is not changed at a rate that nobody has', () => {
    expect(convertTo(field('zone.rentMadPerM2Month'), { currency: 'GBP', area: 'm²' }, 75, RATES)).toBeNull()
  })
})
