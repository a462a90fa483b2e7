import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EnquiryTimes, quantile, responseOf, responseSums } from './response.ts'
import { ENQUIRY_STEPS, isOpenEnquiry, nextSteps, sizeBandOf } from './steps.ts'

const HOUR = 3_600_000
const times = (change: Partial<EnquiryTimes>): EnquiryTimes => ({
  ...{ status: 'new', at: 0, dueAt: 48 * HOUR, firstAnsweredAt: null, closedAt: null },
  ...change,
})

describe('the clock of an enquiry', () => {
  it.each([
    ['waits', {}, 47, { outcome: 'open', hours: null, isWithin: null }],
    ['has run out', {}, 49, { outcome: 'open', hours: null, isWithin: false }],
    [
      'stops at the last moment',
      { status: 'answered', firstAnsweredAt: 48 * HOUR },
      90,
      { outcome: 'answered', hours: 48, isWithin: true },
    ],
    [
      'stops late',
      { status: 'answered', firstAnsweredAt: 48 * HOUR + 1 },
      90,
      { outcome: 'answered', hours: 48, isWithin: false },
    ],
    [
      'stands when it is closed before',
      { status: 'closed', closedAt: HOUR },
      90,
      { outcome: 'closed', hours: null, isWithin: null },
    ],
    [
      'does not forget that it was closed too late',
      { status: 'closed', closedAt: 50 * HOUR },
      90,
      { outcome: 'closed', hours: null, isWithin: false },
    ],
    ['does not run for spam', { status: 'spam' }, 90, { outcome: 'spam', hours: null, isWithin: null }],
    [
      'keeps its first answer when work goes on',
      { status: 'in-progress', firstAnsweredAt: HOUR },
      90,
      { outcome: 'open', hours: 1, isWithin: true },
    ],
  ] as const)('%s', (_, change, hours, expected) => {
    expect(responseOf(times(change), hours * HOUR)).toEqual(expected)
  })

  it('is summed up without what is spam, and by worked figures', () => {
    const answered = [1, 2, 3, 4, 5, 6, 7, 8, 9, 60].map((hours) =>
      responseOf(times({ status: 'answered', firstAnsweredAt: hours * HOUR }), 90 * HOUR),
    )
    const all = [...answered, responseOf(times({}), 90 * HOUR), responseOf(times({ status: 'spam' }), 90 * HOUR)]
    // 90 % of the way from the first to the tenth: 9 + 0.1 × (60 − 9). In time: 9 of 11.
    expect(responseSums(all)).toEqual({
      ...{ received: 11, open: 1, answered: 10, closed: 0, spam: 1 },
      ...{ medianHours: 5.5, p90Hours: 14.1, withinPct: 81.8 },
    })
    expect(responseSums([])).toMatchObject({ received: 0, medianHours: null, withinPct: null })
  })

  it('has a median with as many below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 60 }), (hours) => {
        const median = quantile(hours, 0.5) ?? Number.NaN
        expect(hours.filter((one) => one < median).length).toBeLessThanOrEqual(hours.length / 2)
        expect(hours.filter((one) => one > median).length).toBeLessThanOrEqual(hours.length / 2)
      }),
    )
  })
})

describe('the steps of an enquiry', () => {
  it('lead from everywhere to an end and from every end back', () => {
    for (const status of ENQUIRY_STEPS) {
      const reached = new Set([status, ...nextSteps(status)])
      for (const one of reached) for (const next of nextSteps(one)) reached.add(next)
      expect(reached.has('closed'), status).toBe(true)
      if (!isOpenEnquiry(status)) expect([...reached].some(isOpenEnquiry), status).toBe(true)
    }
  })

  it('never take what was answered for spam', () => {
    for (const status of ['answered', 'closed'] as const) expect(nextSteps(status)).not.toContain('spam')
  })

  it('know sizes by bands', () => {
    expect([null, 1, 49, 50, 200, 499, 500, 9000].map(sizeBandOf)).toEqual([
      'unknown',
      '1-49',
      '1-49',
      '50-199',
      '200-499',
      '200-499',
      '500+',
      '500+',
    ])
  })
})
