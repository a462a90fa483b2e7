/** A hand-set run of neighbouring offices: the demonstration must have something to find, and something to miss. */
export interface TargetBlock {
  seats: readonly number[]
  /** Days since the verification of the block. Above 120 it no longer counts. */
  verifiedDaysAgo: number
  /** Offices of the run let for some days more: they join the run when the lease ends. */
  letFor?: Readonly<Record<number, number>>
  /** Offices of the run held for some days more. */
  heldFor?: Readonly<Record<number, number>>
}

/** What is invented in one real zone. Its areas stay under the zone's published office area. */
export interface ZonePlan {
  zoneId: string
  buildings: number
  offices: number
  /** MAD/m²/month around the zone's published rent, or 75 to 121 (the published range) where none is known. */
  rentMad: readonly [min: number, max: number]
  officeSeats: readonly [min: number, max: number]
  /** No other run of offices available within ten months holds more seats than this. */
  maxRunSeats: number
  /** Days until delivery of each of the last buildings, still under construction. */
  deliversInDays: readonly number[]
  target?: TargetBlock
}

/** Size S: 12 real zones, 60 buildings, 400 offices. The totals are tested. */
export const REAL_ZONE_PLANS: readonly ZonePlan[] = [
  {
    zoneId: 'casablanca-finance-city',
    buildings: 8,
    offices: 36,
    rentMad: [95, 121],
    officeSeats: [24, 100],
    maxRunSeats: 220,
    deliversInDays: [],
    target: { seats: [104, 96, 100, 100], verifiedDaysAgo: 127 },
  },
  {
    zoneId: 'casanearshore',
    buildings: 16,
    offices: 120,
    rentMad: [108, 134],
    officeSeats: [20, 110],
    maxRunSeats: 240,
    deliversInDays: [330, 510],
    target: { seats: [110, 90, 96, 84], verifiedDaysAgo: 38 },
  },
  {
    zoneId: 'fes-shore',
    buildings: 6,
    offices: 44,
    rentMad: [70, 84],
    officeSeats: [16, 80],
    maxRunSeats: 200,
    deliversInDays: [430],
    target: { seats: [72, 60, 78, 66, 72, 72], verifiedDaysAgo: 12, letFor: { 4: 150, 5: 150 } },
  },
  {
    zoneId: 'oujda-shore',
    buildings: 2,
    offices: 14,
    rentMad: [75, 90],
    officeSeats: [20, 48],
    maxRunSeats: 120,
    deliversInDays: [],
    target: { seats: [56, 48, 54, 50, 52, 50], verifiedDaysAgo: 21 },
  },
  {
    zoneId: 'tanger-free-zone',
    buildings: 3,
    offices: 10,
    rentMad: [80, 105],
    officeSeats: [20, 60],
    maxRunSeats: 140,
    deliversInDays: [],
  },
  {
    zoneId: 'technopark-agadir',
    buildings: 2,
    offices: 12,
    rentMad: [75, 100],
    officeSeats: [8, 30],
    maxRunSeats: 90,
    deliversInDays: [],
  },
  {
    zoneId: 'technopark-casablanca',
    buildings: 3,
    offices: 24,
    rentMad: [50, 130],
    officeSeats: [8, 40],
    maxRunSeats: 120,
    deliversInDays: [],
  },
  {
    zoneId: 'technopark-essaouira',
    buildings: 1,
    offices: 8,
    rentMad: [75, 95],
    officeSeats: [6, 20],
    maxRunSeats: 60,
    deliversInDays: [],
  },
  {
    zoneId: 'technopark-rabat',
    buildings: 1,
    offices: 6,
    rentMad: [75, 121],
    officeSeats: [8, 24],
    maxRunSeats: 60,
    deliversInDays: [],
  },
  {
    zoneId: 'technopark-tanger',
    buildings: 2,
    offices: 12,
    rentMad: [50, 75],
    officeSeats: [8, 30],
    maxRunSeats: 90,
    deliversInDays: [],
  },
  {
    zoneId: 'technopolis-rabat',
    buildings: 12,
    offices: 88,
    rentMad: [88, 118],
    officeSeats: [20, 100],
    maxRunSeats: 240,
    deliversInDays: [],
    target: {
      seats: [96, 72, 96, 72, 88, 72, 72, 72],
      verifiedDaysAgo: 6,
      letFor: { 2: 90 },
      heldFor: { 5: 10 },
    },
  },
  {
    zoneId: 'tetouan-shore',
    buildings: 4,
    offices: 26,
    rentMad: [75, 95],
    officeSeats: [18, 70],
    maxRunSeats: 180,
    deliversInDays: [],
    target: { seats: [64, 72, 68, 76], verifiedDaysAgo: 17 },
  },
]

export const SIZES = ['S', 'L', 'XL'] as const
export type InventorySize = (typeof SIZES)[number]

/** Buildings and offices in all, and zones in all (the 21 real ones among them) where zones are invented too. */
export const SIZE_TOTALS: Record<InventorySize, { zones: number; buildings: number; offices: number }> = {
  S: { zones: 21, buildings: 60, offices: 400 },
  L: { zones: 200, buildings: 5_000, offices: 50_000 },
  XL: { zones: 200, buildings: 10_000, offices: 100_000 },
}
