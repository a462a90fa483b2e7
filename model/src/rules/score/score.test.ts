import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flip, withWeight } from './flip.ts'
import { CRITERIA, type Criterion, DEFAULT_WEIGHTS, SCALES, shareOf, type Weights } from './scales.ts'
import { compareOrder, normaliseWeights, rankIntervals, type ScoreProfile, type SiteForScore, score } from './score.ts'

const known = (low: number, high: number) =>
  fc.option(fc.double({ min: low, max: high, noNaN: true }), { nil: null, freq: 4 })
const aSite = (over: Partial<SiteForScore> = {}): SiteForScore => ({
  id: 'a-site',
  rentMadPerM2Month: 100,
  irCapPct: 20,
  territorialPremiumPct: 10,
  languagePct: 60,
  universityNewEntrants: 40_000,
  contiguousSeats: 500,
  airportKm: 20,
  hsrStationKm: 10,
  growthM2: 30_000,
  ...over,
})
const site: fc.Arbitrary<SiteForScore> = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}$/),
  rentMadPerM2Month: known(10, 300),
  irCapPct: known(0, 40),
  territorialPremiumPct: known(0, 20),
  languagePct: known(0, 100),
  universityNewEntrants: known(0, 90_000),
  contiguousSeats: known(0, 4000),
  airportKm: known(0, 300),
  hsrStationKm: known(0, 900),
  growthM2: known(0, 300_000),
})
const weights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(CRITERIA.map((criterion) => [criterion, fc.integer({ min: 0, max: 50 })])) as Record<
    Criterion,
    fc.Arbitrary<number>
  >,
)
const profile: fc.Arbitrary<ScoreProfile> = fc.record({
  weights,
  byLanguage: fc.boolean(),
  askedSeats: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: null }),
})
const hundredths = (points: number) => Math.round(points * 100)

describe('score', () => {
  it('is the exact sum of its contributions, within weights that sum to exactly 100', () => {
    fc.assert(
      fc.property(site, profile, (candidate, asked) => {
        const { contributions, low, high, mid } = score(candidate, asked)
        const sum = (key: 'low' | 'high' | 'mid' | 'weight') =>
          contributions.reduce((total, part) => total + hundredths(part[key]), 0)
        expect(sum('weight')).toBe(10_000)
        expect([sum('low'), sum('mid'), sum('high')]).toEqual([low, mid, high].map(hundredths))
        expect(low <= mid && mid <= high && low >= 0 && high <= 100).toBe(true)
      }),
    )
  })

  it('is an interval as wide as the weight of what is unknown', () => {
    const given = score(aSite({ rentMadPerM2Month: null }))
    expect(given.high - given.low).toBeCloseTo(DEFAULT_WEIGHTS.rent, 9)
    expect(given.contributions[0]).toMatchObject({ criterion: 'rent', missing: true, low: 0, high: 20, mid: 10 })
    expect(score(aSite()).high).toBe(score(aSite()).low)
  })

  it('marks what lies beyond the scale and gives it the end of the scale', () => {
    expect(score(aSite({ rentMadPerM2Month: 50 })).contributions[0]).toMatchObject({ clipped: false, mid: 20 })
    expect(score(aSite({ rentMadPerM2Month: 49 })).contributions[0]).toMatchObject({ clipped: true, mid: 20 })
    expect(score(aSite({ rentMadPerM2Month: 151 })).contributions[0]).toMatchObject({ clipped: true, mid: 0 })
  })

  it('measures availability against the seats asked for, 500 by default', () => {
    const points = (asked: ScoreProfile) => score(aSite(), asked).contributions[4]?.mid
    expect(points({})).toBe(12)
    expect(points({ askedSeats: 250 })).toBe(20)
  })

  it('reads talent from the languages only when one is asked for', () => {
    expect(score(aSite({ languagePct: null })).low).toBe(score(aSite()).low)
    expect(score(aSite({ languagePct: null }), { byLanguage: true }).low).toBeLessThan(score(aSite()).low)
  })

  it('follows the investor’s own scale', () => {
    const ideal: ScoreProfile = {
      scales: {
        airport: [
          [0, 0],
          [100, 1],
        ],
      },
    }
    expect(score(aSite({ airportKm: 100 }), ideal).contributions[5]?.mid).toBe(7)
    expect(score(aSite({ airportKm: 100 })).contributions[5]?.mid).toBe(0)
  })

  it('shows a veto without hiding it in the points', () => {
    const noDearRent: ScoreProfile = { vetoes: [{ criterion: 'rent', bound: 'at-most', value: 90 }] }
    const vetoed = score(aSite(), noDearRent)
    expect(vetoed.mid).toBe(score(aSite()).mid)
    expect(vetoed.vetoed).toHaveLength(1)
    expect(score(aSite({ rentMadPerM2Month: 90 }), noDearRent).vetoed).toEqual([])
    expect(score(aSite({ rentMadPerM2Month: null }), noDearRent)).toMatchObject({
      vetoed: [],
      vetoUnknown: [{ criterion: 'rent' }],
    })
  })

  it('takes weights of nothing as the default ones', () => {
    const nothing = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0])) as Weights
    expect(normaliseWeights(nothing)).toEqual(DEFAULT_WEIGHTS)
    expect(CRITERIA.reduce((sum, criterion) => sum + DEFAULT_WEIGHTS[criterion], 0)).toBe(100)
  })

  it('settles remainders that are equal on paper by the order of the criteria', () => {
    // 1/12, 4/12 and 7/12 of 10,000 hundredths all leave a third: binary fractions leave three different ones.
    const nothing = Object.fromEntries(CRITERIA.map((criterion) => [criterion, 0])) as Weights
    const given = { ...nothing, rent: 1, taxes: 4, premium: 7 }
    expect(normaliseWeights(given)).toEqual({ ...nothing, rent: 8.34, taxes: 33.33, premium: 58.33 })
  })
})

describe('the neutral order', () => {
  it('of any sites is unchanged by a third', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(site, { selector: ({ id }) => id, minLength: 3, maxLength: 6 }),
        profile,
        (sites, asked) => {
          const order = (some: readonly SiteForScore[]) =>
            some
              .map((candidate) => score(candidate, asked))
              .sort(compareOrder)
              .map(({ id }) => id)
          const third = sites[0]?.id
          expect(order(sites).filter((id) => id !== third)).toEqual(order(sites.slice(1)))
        },
      ),
    )
  })

  it('breaks ties by id', () => {
    const scores = ['b', 'a'].map((id) => score(aSite({ id })))
    expect(scores.sort(compareOrder).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('rankIntervals', () => {
  it('holds the rank of every way the unknown can turn out', () => {
    const sites = fc.uniqueArray(site, { selector: ({ id }) => id, minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(sites, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (some, luck) => {
        const scores = some.map((candidate) => score(candidate))
        const turned = scores
          .map((given, i) => ({ ...given, mid: luck[i] ? given.high : given.low }))
          .sort(compareOrder)
        for (const { id, best, worst } of rankIntervals(scores)) {
          const rank = 1 + turned.findIndex((given) => given.id === id)
          expect(rank).toBeGreaterThanOrEqual(best ?? Number.POSITIVE_INFINITY)
          expect(rank).toBeLessThanOrEqual(worst ?? 0)
        }
      }),
    )
  })

  it('settles equal scores by id, as the order does', () => {
    const ranks = rankIntervals(['b', 'a'].map((id) => score(aSite({ id }))))
    expect(ranks).toEqual([
      { id: 'b', best: 2, worst: 2 },
      { id: 'a', best: 1, worst: 1 },
    ])
  })

  it('leaves out a site that breaks a veto', () => {
    const asked: ScoreProfile = { vetoes: [{ criterion: 'airport', bound: 'at-most', value: 30 }] }
    const scores = [score(aSite({ id: 'far', airportKm: 31 }), asked), score(aSite({ id: 'near' }), asked)]
    expect(rankIntervals(scores)).toEqual([
      { id: 'far', best: null, worst: null },
      { id: 'near', best: 1, worst: 1 },
    ])
  })
})

describe('flip', () => {
  it('is true on both sides, and no change of one weight by a smaller step flips', () => {
    fc.assert(
      fc.property(site, site, profile, (a, b, asked) => {
        fc.pre(a.id !== b.id)
        const found = flip(a, b, asked)
        const given = normaliseWeights(asked.weights)
        const bLeads = (changed: Weights) =>
          compareOrder(score(b, { ...asked, weights: changed }), score(a, { ...asked, weights: changed })) < 0
        expect(found.outcome === 'already').toBe(bLeads(given))
        const reach = found.outcome === 'flip' ? Math.abs(found.to - found.from) : 100
        if (found.outcome === 'flip') {
          expect(bLeads(withWeight(given, found.criterion, found.to))).toBe(true)
          expect(compareOrder(found.before.a, found.before.b)).toBeLessThan(0)
          expect(compareOrder(found.after.b, found.after.a)).toBeLessThan(0)
        }
        if (found.outcome === 'already') return
        for (const criterion of CRITERIA) {
          for (const share of [-0.95, -0.5, 0.5, 0.95]) {
            const to = given[criterion] + share * (reach - 0.2)
            // A tenth of a point is the grid, and rounding moves the lead: stay clear of both.
            if (to < 0 || to > 100 || reach < 1) continue
            const scores = [a, b].map((one) => score(one, { ...asked, weights: withWeight(given, criterion, to) }).mid)
            expect((scores[1] ?? 0) - (scores[0] ?? 0)).toBeLessThan(0.2)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds nothing where the other site is worse or equal everywhere', () => {
    expect(flip(aSite({ id: 'a' }), aSite({ id: 'b', airportKm: 40 }))).toEqual({ outcome: 'none' })
  })

  it('needs little where one criterion nearly decides', () => {
    const dear = aSite({ id: 'dear', rentMadPerM2Month: 100, airportKm: 10 })
    const cheap = aSite({ id: 'cheap', rentMadPerM2Month: 97, airportKm: 20 })
    expect(flip(dear, cheap)).toMatchObject({ outcome: 'flip' })
    expect(flip(cheap, dear)).toMatchObject({ outcome: 'already' })
  })
})

describe('scales', () => {
  it('rise in value, lie between 0 and 1 and give a reason in three languages', () => {
    for (const { points, reason } of Object.values(SCALES)) {
      expect(points.map(([value]) => value)).toEqual([...points.map(([value]) => value)].sort((a, b) => a - b))
      expect(points.every(([, share]) => share >= 0 && share <= 1)).toBe(true)
      expect([reason.fr, reason.ar, reason.en].every((text) => text.length > 10)).toBe(true)
    }
  })
  it('are straight between their points', () => {
    expect(
      shareOf(
        [
          [0, 0],
          [10, 1],
          [20, 0],
        ],
        5,
      ),
    ).toEqual({ share: 0.5, clipped: false })
    expect(
      shareOf(
        [
          [0, 0],
          [10, 1],
          [20, 0],
        ],
        15,
      ),
    ).toEqual({ share: 0.5, clipped: false })
  })
})
