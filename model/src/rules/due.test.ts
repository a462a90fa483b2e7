import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Office } from '../schema/inventory.ts'
import { availability } from './availability.ts'
import { addDays } from './days.ts'
import { dueFacts, dueOf, dueUrgency, dueWithin } from './due.ts'
import { FRESHNESS_FIELDS, withVerified } from './freshness.ts'
import { A_DAY, anOffice, arbitraryCatalogue } from './need/arbitraries.ts'

const office = (properties: Partial<Office> = {}): Office => anOffice('b', 0, properties).properties
const visit = (on: string) => ({ on, by: 'manager', method: 'site-visit' as const })
const ago = (days: number) => addDays(A_DAY, -days)

describe('what is due of an office', () => {
  it('is nothing while everything was verified under 30 days ago', () => {
    expect(dueOf(office({ verifiedOn: ago(29) }), A_DAY)).toBeNull()
    expect(dueOf(office({ verifiedOn: ago(30) }), A_DAY)).not.toBeNull()
    expect(dueOf(office({ verifiedOn: ago(89), status: 'let' }), A_DAY)).toBeNull()
  })

  it('says when it leaves the totals of today', () => {
    expect(dueOf(office({ verifiedOn: ago(103) }), A_DAY)).toMatchObject({
      state: 'doubtful',
      effect: { kind: 'leaves-totals', on: addDays(A_DAY, 17), days: 17 },
    })
    expect(dueOf(office({ verifiedOn: ago(121) }), A_DAY)).toMatchObject({
      state: 'expired',
      effect: { kind: 'left-totals', on: ago(1), days: -1 },
    })
  })

  it('says it of a later day’s supply where it cannot be had today', () => {
    const later = { status: 'let' as const, leaseEndsOn: addDays(A_DAY, 50) }
    expect(dueOf(office({ ...later, verifiedOn: ago(300) }), A_DAY)?.effect).toMatchObject({
      kind: 'leaves-supply',
      days: 60,
    })
    expect(dueOf(office({ ...later, verifiedOn: ago(400) }), A_DAY)?.effect.kind).toBe('left-supply')
    expect(dueOf(office({ status: 'let', verifiedOn: ago(400) }), A_DAY)?.effect).toEqual({
      kind: 'not-offered',
      on: null,
      days: null,
    })
  })

  it('has a free office never verified as out of the totals', () => {
    expect(dueOf(office({ verifiedOn: null }), A_DAY)).toMatchObject({
      state: 'never',
      effect: { kind: 'left-totals', on: null, days: null },
    })
  })

  it('names the fields, the worst first, and none without a value', () => {
    const parts = office({
      verifiedOn: ago(95),
      rentMadPerM2Month: null,
      serviceChargeMadPerM2Month: 20,
      verifications: { status: visit(ago(2)), seats: visit(ago(2)), fitOut: visit(ago(130)) },
    })
    expect(dueOf(parts, A_DAY)).toMatchObject({
      state: 'fresh',
      effect: { kind: 'ages', days: null },
      fields: [
        { field: 'fitOut', state: 'expired' },
        { field: 'areaM2', state: 'doubtful' },
        { field: 'serviceChargeMadPerM2Month', state: 'doubtful' },
      ],
    })
  })
})

describe('the order of what is due', () => {
  const urgency = (one: Office) => {
    const kind = dueOf(one, A_DAY)?.effect.kind
    if (!kind) throw new Error('not due')
    return dueUrgency(kind, dueFacts(one, A_DAY))
  }

  it('puts what left first, then what leaves next, totals before supply, and what changes no total last', () => {
    const later = { status: 'let' as const, leaseEndsOn: addDays(A_DAY, 50) }
    const inOrder = [
      office({ verifiedOn: ago(200) }),
      office({ ...later, verifiedOn: ago(400) }),
      office({ verifiedOn: ago(119) }),
      office({ ...later, verifiedOn: ago(359) }),
      office({ verifiedOn: ago(118) }),
      office({ status: 'let', verifiedOn: ago(400) }),
      office({ status: 'let', verifiedOn: ago(100) }),
      office({ verifiedOn: ago(10), verifications: { fitOut: visit(ago(50)) } }),
    ]
    const urgencies = inOrder.map(urgency)
    expect(urgencies).toEqual([...urgencies].sort((a, b) => a - b))
    expect(new Set(urgencies).size).toBe(inOrder.length)
  })
})

describe('for any office', () => {
  const anyOffice = arbitraryCatalogue
    .filter(({ offices }) => offices.length > 0)
    .map(({ offices }) => (offices[0] as (typeof offices)[number]).properties)

  it('verified in all its fields today it is not due, and was out of the totals only if it said so', () => {
    fc.assert(
      fc.property(anyOffice, (one) => {
        const due = dueOf(one, A_DAY)
        const verified = withVerified(one, FRESHNESS_FIELDS, visit(A_DAY))
        expect(dueOf(verified, A_DAY)).toBeNull()
        const isIn = ({ availableFrom, countedUntil }: ReturnType<typeof availability>) =>
          availableFrom !== null && availableFrom <= A_DAY && countedUntil !== null && countedUntil > A_DAY
        const comesBack = !isIn(availability(one)) && isIn(availability(verified))
        expect(due?.effect.kind === 'left-totals').toBe(comesBack)
      }),
    )
  })
})

describe('what becomes of an office within a week', () => {
  it('is told at the boundary of each age', () => {
    const outlook = (age: number) => dueWithin(dueFacts(office({ verifiedOn: ago(age) }), A_DAY), 7)
    expect([22, 23, 29, 30, 112, 113, 119, 120].map(outlook)).toEqual([
      null,
      'soon',
      'soon',
      'due',
      'due',
      'leaves',
      'leaves',
      'left',
    ])
  })

  it('is what the rules say of it today and then, for any office', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, fc.integer({ min: 0, max: 90 }), ({ offices }, days) => {
        for (const { properties } of offices) {
          const outlook = dueWithin(dueFacts(properties, A_DAY), days)
          const [now, then] = [dueOf(properties, A_DAY), dueOf(properties, addDays(A_DAY, days))]
          expect(outlook === null).toBe(now === null && then === null)
          expect(outlook === 'soon').toBe(now === null && then !== null)
          expect(outlook === 'left').toBe(now !== null && /^left/.test(now.effect.kind))
          if (outlook === 'leaves') expect(then?.effect.kind).toMatch(/^left/)
        }
      }),
      { numRuns: 50 },
    )
  })
})
