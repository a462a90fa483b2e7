/**
 * Money is kept in whole MAD centimes, so that sums are exact, and shown in another currency at a rate that is given,
 * with its date and source: there is no rate in the code.
 */
export const CURRENCIES = ['MAD', 'EUR', 'USD', 'GBP'] as const
export type Currency = (typeof CURRENCIES)[number]

/** What one unit of a currency costs, as published. */
export interface ExchangeRate {
  currency: Currency
  /** MAD for one unit, the decimal number as published: text, so that none of its digits is lost. */
  madPerUnit: string
  asOf: string | null
}

/** Whole centimes of an amount in MAD: the nearest, half away from zero, with the decimals it was written with. */
export function centimesOfMad(mad: number): number {
  return shifted(mad, 2)
}

/** Whether an amount in MAD is one of whole centimes, the least that money is kept in. */
export const isToTheCentime = (mad: number): boolean => Math.round(mad * 100) / 100 === mad

/** The amount in MAD of whole centimes. */
export const madOfCentimes = (centimes: number): number => centimes / 100

/** `value × 10^places`, rounded on the decimal digits a person sees: 1.005 is 100.5 hundredths, not 100.49999. */
function shifted(value: number, places: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not an amount: ${value}`)
  const [digits = '0', exponent = '0'] = String(Math.abs(value)).split('e')
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + places}`))
  return value < 0 && scaled > 0 ? -scaled : scaled
}

const RATE = /^(\d{1,6})(?:\.(\d{1,12}))?$/

/** A decimal number as a whole number and its decimal places, without going through binary fractions. */
function decimal(text: string): { units: bigint; places: number } {
  const match = RATE.exec(text)
  const units = match ? BigInt(`${match[1]}${match[2] ?? ''}`) : 0n
  if (units === 0n) throw new RangeError(`not a rate: ${JSON.stringify(text)}`)
  return { units, places: match?.[2]?.length ?? 0 }
}

/**
 * Centimes of MAD in hundredths (cents, pence) of another currency, half away from zero, computed on whole numbers.
 * @throws RangeError for centimes that are not whole, or a rate that is not a positive decimal number
 */
export function convert(centimes: number, rate: ExchangeRate): number {
  if (!Number.isSafeInteger(centimes)) throw new RangeError(`not whole centimes: ${centimes}`)
  const { units, places } = decimal(rate.madPerUnit)
  const amount = BigInt(Math.abs(centimes)) * 10n ** BigInt(places)
  const hundredths = Number((2n * amount + units) / (2n * units))
  return centimes < 0 && hundredths > 0 ? -hundredths : hundredths
}

/**
 * An amount of MAD centimes in the reader's currency. Null when the rate for it is not known: nothing is invented.
 * `fractionDigits` 0 shows whole units (rents, salaries), 2 the hundredths.
 */
export function showMoney(
  centimes: number,
  currency: Currency,
  rates: readonly ExchangeRate[],
  { locale, fractionDigits = 0 }: { locale: string; fractionDigits?: 0 | 2 },
): string | null {
  const rate = currency === 'MAD' ? null : rates.find((candidate) => candidate.currency === currency)
  if (rate === undefined) return null
  const hundredths = rate === null ? centimes : convert(centimes, rate)
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'MAD' ? 'code' : 'narrowSymbol',
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
    // Half away from zero, as everywhere else.
    roundingMode: 'halfExpand',
  }).format(hundredths / 100)
}
