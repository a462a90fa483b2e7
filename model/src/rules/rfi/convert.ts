import { type Currency, convert, type ExchangeRate } from '../money.ts'
import type { Dimension, RfiField } from './field.ts'
import type { AreaUnit, LengthUnit, SaidUnit } from './units.ts'

/** An answer in the unit that the question asks for. */
export interface Converted {
  value: number
  /** As it is shown beside the value; null: the thing is counted, not measured. */
  unit: string | null
  /** The rate that an amount was changed at. */
  rate: ExchangeRate | null
}

/** Parts of a label’s unit that each dimension can be asked in; what is not here makes another question of it. */
const TAKES: Readonly<Record<Dimension, readonly (keyof SaidUnit)[]>> = {
  text: [],
  list: [],
  boolean: [],
  date: [],
  year: ['period'],
  coordinate: [],
  count: ['scale', 'period'],
  percent: ['isPercent', 'period'],
  area: ['area', 'scale'],
  distance: ['length'],
  rent: ['currency', 'area', 'period'],
  money: ['currency', 'scale'],
  power: ['power'],
  hours: ['time'],
}

/** Whether a field can be told in this unit at all. Active and apparent power are no units of each other. */
export function dimensionTakes({ dimension }: RfiField, said: SaidUnit): boolean {
  if (said.power === 'kW' || said.power === 'MW') return false
  return (Object.keys(said) as (keyof SaidUnit)[]).every((name) => TAKES[dimension].includes(name))
}

const SQUARE_METRES: Readonly<Record<AreaUnit, number>> = {
  'm²': 1,
  // The international foot, 0.3048 m, squared; the international acre, 43,560 ft².
  'ft²': 0.09290304,
  ha: 10_000,
  acre: 4046.8564224,
  'km²': 1_000_000,
}
const METRES: Readonly<Record<LengthUnit, number>> = { m: 1, km: 1000, mi: 1609.344 }
/** Decimals of what had to be converted: as fine as the figures that it comes from. */
const DECIMALS: Readonly<Record<AreaUnit | LengthUnit, number>> = {
  ...{ 'm²': 0, 'ft²': 0, ha: 2, acre: 2, 'km²': 3 },
  ...{ m: 0, km: 1, mi: 1 },
}

/**
 * A figure of the catalogue in the unit of the question; null when the rate for its currency is not known.
 * @throws RangeError for a unit that the field cannot be told in: ask `dimensionTakes` first
 */
export function convertTo(
  field: RfiField,
  said: SaidUnit,
  value: number,
  rates: readonly ExchangeRate[],
): Converted | null {
  if (!dimensionTakes(field, said)) throw new RangeError(`${field.key} is not told in ${JSON.stringify(said)}`)
  switch (field.dimension) {
    case 'area': {
      const own = field.unit as AreaUnit
      const to = said.area ?? own
      return scaled(measured(value, SQUARE_METRES[own] / SQUARE_METRES[to], to, own), said, to)
    }
    case 'distance': {
      const to = said.length ?? 'km'
      return { value: measured(value, METRES.km / METRES[to], to, 'km'), unit: to, rate: null }
    }
    case 'rent':
      return rentIn(said, value, rates)
    case 'money': {
      const money = inCurrency(value, said.currency ?? 'MAD', rates)
      return money && { ...scaled(money.value, said, said.currency ?? 'MAD'), rate: money.rate }
    }
    case 'power':
      return said.power === 'MVA'
        ? { value: value / 1000, unit: 'MVA', rate: null }
        : { value, unit: 'kVA', rate: null }
    case 'hours':
      return said.time === 'min' ? { value: value * 60, unit: 'min', rate: null } : { value, unit: 'h', rate: null }
    case 'percent':
      return { value, unit: '%', rate: null }
    case 'count':
      return said.scale ? scaled(value, said, null) : { value, unit: null, rate: null }
    default:
      return { value, unit: null, rate: null }
  }
}

const rounded = (value: number, decimals: number): number =>
  Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`)

const measured = (value: number, factor: number, to: AreaUnit | LengthUnit, own: AreaUnit | LengthUnit): number =>
  to === own ? value : rounded(value * factor, DECIMALS[to])

/** In thousands or millions, where the label says so. */
function scaled(value: number, { scale }: SaidUnit, unit: string | null): Converted {
  if (!scale) return { value, unit, rate: null }
  const name = scale === 1000 ? '10³' : '10⁶'
  return { value: value / scale, unit: unit === null ? name : `${name} ${unit}`, rate: null }
}

function inCurrency(mad: number, currency: Currency, rates: readonly ExchangeRate[]) {
  if (currency === 'MAD') return { value: mad, rate: null }
  const rate = rates.find((one) => one.currency === currency)
  return rate ? { value: convert(Math.round(mad * 100), rate) / 100, rate } : null
}

/** A rent by area, time and currency. The amount is changed last, so that it is rounded once, to the hundredth. */
function rentIn(said: SaidUnit, value: number, rates: readonly ExchangeRate[]): Converted | null {
  const { currency = 'MAD', area = 'm²', period = 'month' } = said
  const mad = value * SQUARE_METRES[area] * (period === 'year' ? 12 : 1)
  const unit = `${currency}/${area}/${period}`
  if (currency === 'MAD') return { value: rounded(mad, 2), unit, rate: null }
  const rate = rates.find((one) => one.currency === currency)
  return rate ? { value: rounded(mad / Number(rate.madPerUnit), 2), unit, rate } : null
}
