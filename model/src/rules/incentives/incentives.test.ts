import { describe, expect, it } from 'vitest'
import type { Need } from '../need/need.ts'
import { NO_NEED } from '../need/need.ts'
import { checkPack, type IncentiveVector, incentiveVerdicts, runVectors } from './pack.ts'
import {
  type IncentiveProject,
  type IncentiveRecord,
  irCapOf,
  verdict,
  verdictsFor,
  type ZoneForIncentives,
} from './verdict.ts'

const aRule = (over: Partial<IncentiveRecord> = {}): IncentiveRecord => ({
  id: 'a-rule',
  category: 'personal-income-tax',
  status: 'in-force',
  validFrom: '2025-07-01',
  validTo: '2030-12-31',
  capPct: null,
  conditions: [],
  packVersion: 'test.1',
  ...over,
})
const aZone = (over: Partial<ZoneForIncentives> = {}): ZoneForIncentives => ({
  id: 'a-zone',
  kind: 'p2i-offshoring',
  regionId: 'MA-03',
  irCapPct: 10,
  territorialPremium: 'A',
  ...over,
})
const aProject = (over: Partial<IncentiveProject> = {}): IncentiveProject => ({
  trade: 'CRM',
  jobs: 300,
  startsOn: '2027-09-01',
  ...over,
})
const answer = (rule: IncentiveRecord, zone = aZone(), project = aProject()) =>
  verdict(rule, zone, null, project).answer

describe('verdict', () => {
  it('counts the first and the last day of a measure, and neither neighbour', () => {
    const on = (startsOn: string) => answer(aRule(), aZone(), aProject({ startsOn }))
    expect([on('2025-06-30'), on('2025-07-01'), on('2030-12-31'), on('2031-01-01')]).toEqual(['no', 'yes', 'yes', 'no'])
  })

  it('refuses what ended, and asks where the status is unknown', () => {
    expect(answer(aRule({ status: 'ended' }))).toBe('no')
    expect(answer(aRule({ status: 'unknown' }))).toBe('ask')
  })

  it('asks where a condition is not published, where no trade is given and where a figure is not known', () => {
    expect(answer(aRule({ conditions: [{ kind: 'unpublished', fr: '', ar: '', en: '' }] }))).toBe('ask')
    const trades = aRule({ conditions: [{ kind: 'trade-in', trades: ['CRM'] }] })
    expect(answer(trades, aZone(), aProject({ trade: null }))).toBe('ask')
    expect(answer(aRule({ conditions: [{ kind: 'min-jobs', jobs: 100 }] }), aZone(), aProject({ jobs: null }))).toBe(
      'ask',
    )
    expect(answer(aRule({ conditions: [{ kind: 'ir-cap', pct: 10 }] }), aZone({ irCapPct: null }))).toBe('ask')
  })

  it('knows a second way in for fewer jobs', () => {
    const rule = aRule({
      conditions: [{ kind: 'min-jobs', jobs: 150, orAsk: { fromJobs: 50, fr: '', ar: '', en: '' } }],
    })
    const withJobs = (jobs: number) => answer(rule, aZone(), aProject({ jobs }))
    expect([withJobs(49), withJobs(50), withJobs(149), withJobs(150)]).toEqual(['no', 'ask', 'ask', 'yes'])
  })

  it('reads a territorial premium from the province where the site has none', () => {
    const rule = aRule({ conditions: [{ kind: 'territorial-premium', category: 'B' }] })
    const zone = aZone({ territorialPremium: null })
    expect(verdict(rule, zone, { territorialPremium: 'B' }, aProject()).answer).toBe('yes')
    expect(verdict(rule, zone, null, aProject()).answer).toBe('ask')
  })

  it('a failing condition outweighs one that has to be asked', () => {
    const rule = aRule({
      conditions: [
        { kind: 'unpublished', fr: '', ar: '', en: '' },
        { kind: 'zone-in', zoneIds: ['elsewhere'] },
      ],
    })
    const given = verdict(rule, aZone(), null, aProject())
    expect(given.answer).toBe('no')
    expect(given.reasons.map((reason) => reason.outcome)).toEqual(['holds', 'holds', 'unknown', 'fails'])
    expect(given.wouldMakeItYes).toEqual({
      changes: [{ kind: 'site', condition: { kind: 'zone-in', zoneIds: ['elsewhere'] } }],
      answer: 'ask',
    })
  })

  it('says what would lift a refusal, and that nothing lifts an end', () => {
    const rule = aRule({
      conditions: [
        { kind: 'min-jobs', jobs: 400 },
        { kind: 'trade-in', trades: ['ITO'] },
      ],
    })
    const lifted = verdict(rule, aZone(), null, aProject()).wouldMakeItYes
    expect(lifted).toEqual({
      changes: [
        { kind: 'jobs', jobs: 400 },
        { kind: 'trade', trades: ['ITO'] },
      ],
      answer: 'yes',
    })
    expect(answer(rule, aZone(), aProject({ jobs: 400, trade: 'ITO' }))).toBe('yes')
    expect(verdict(aRule({ status: 'ended' }), aZone(), null, aProject()).wouldMakeItYes).toBeNull()
  })
})

const PACK_2025 = [
  aRule({ id: 'ir-20', capPct: 20, conditions: [{ kind: 'ir-cap', pct: 20 }] }),
  aRule({ id: 'ir-10', capPct: 10, conditions: [{ kind: 'ir-cap', pct: 10 }] }),
]
/** A pack nobody has written: the law of 2031 changes by data alone. */
const PACK_2031 = [
  ...PACK_2025,
  aRule({
    id: 'ir-15',
    capPct: 15,
    validFrom: '2031-01-01',
    validTo: '2035-12-31',
    packVersion: 'test.2031',
    conditions: [{ kind: 'region-in', regionIds: ['MA-03'] }],
  }),
]

describe('a rule pack', () => {
  it('gives the cap on income tax in force on the day a project starts', () => {
    expect(irCapOf(aZone(), null, PACK_2025, aProject())).toEqual({ pct: 10, incentiveId: 'ir-10', answer: 'yes' })
    expect(irCapOf(aZone({ irCapPct: 20 }), null, PACK_2025, aProject())).toMatchObject({ pct: 20 })
    const in2031 = aProject({ startsOn: '2031-01-01' })
    expect(irCapOf(aZone(), null, PACK_2025, in2031)).toEqual({ pct: null, incentiveId: null, answer: 'no' })
  })

  it('of 2031 changes the answers without a change of code', () => {
    const in2031 = aProject({ startsOn: '2031-01-01' })
    expect(irCapOf(aZone(), null, PACK_2031, in2031)).toEqual({ pct: 15, incentiveId: 'ir-15', answer: 'yes' })
    expect(irCapOf(aZone({ regionId: 'MA-06' }), null, PACK_2031, in2031).pct).toBeNull()
    expect(irCapOf(aZone(), null, PACK_2031, aProject()).pct).toBe(10)
    expect(verdictsFor(aZone(), null, PACK_2031, in2031).map((given) => given.answer)).toEqual(['no', 'no', 'yes'])
  })

  it('prefers a cap that is granted to a lower one that has to be asked for', () => {
    const asked = aRule({ id: 'ir-5', capPct: 5, conditions: [{ kind: 'unpublished', fr: '', ar: '', en: '' }] })
    expect(irCapOf(aZone(), null, [asked, ...PACK_2025], aProject()).pct).toBe(10)
    expect(irCapOf(aZone({ irCapPct: 30 }), null, [asked, ...PACK_2025], aProject())).toMatchObject({
      pct: 5,
      answer: 'ask',
    })
  })

  it('is sound when rules that cap differently cannot meet, and when one follows the other', () => {
    expect(checkPack(PACK_2031)).toEqual([])
  })

  it('shows an overlap, a gap, a rule that ends before it begins and an id used twice', () => {
    const [first] = PACK_2025
    if (!first) throw new Error('no rule')
    const overlapping = aRule({ id: 'ir-12', capPct: 12, validFrom: '2030-01-01', validTo: null })
    expect(checkPack([first, overlapping])).toEqual([
      { kind: 'overlap', ids: ['ir-20', 'ir-12'], from: '2030-01-01', to: '2030-12-31' },
    ])
    const late = { ...first, id: 'ir-20-bis', validFrom: '2031-02-01', validTo: null }
    expect(checkPack([first, late])).toEqual([
      { kind: 'gap', ids: ['ir-20', 'ir-20-bis'], from: '2031-01-01', to: '2031-01-31' },
    ])
    expect(checkPack([first, { ...late, validFrom: '2031-01-01' }])).toEqual([])
    expect(checkPack([aRule({ validTo: '2025-06-30' }), aRule()])).toEqual([
      { kind: 'dates', ids: ['a-rule'] },
      { kind: 'duplicate', ids: ['a-rule'] },
    ])
  })

  it('is held to its vectors', () => {
    const zones = [{ ...aZone(), provinceId: 'MA-FES' }]
    const aVector = (over: Partial<IncentiveVector>): IncentiveVector => ({
      incentiveId: 'ir-10',
      zoneId: 'a-zone',
      trade: 'CRM',
      jobs: 300,
      on: '2027-01-01',
      expected: 'yes',
      why: 'the cap is 10% here',
      ...over,
    })
    const wrong = aVector({ on: '2031-01-01' })
    const lost = aVector({ zoneId: 'nowhere' })
    expect(runVectors([aVector({})], PACK_2025, zones, [])).toEqual([])
    expect(runVectors([wrong, lost], PACK_2025, zones, [])).toEqual([
      { vector: wrong, got: 'no' },
      { vector: lost, got: null },
    ])
  })

  it('answers a need with its trade and its seats as jobs', () => {
    const rule = aRule({ conditions: [{ kind: 'min-jobs', jobs: 100 }] })
    const verdicts = incentiveVerdicts([rule], [], '2027-01-01')
    const at = (need: Partial<Need>) =>
      verdicts({ id: 'a-zone', properties: { ...aZone(), provinceId: 'MA-FES' } }, { ...NO_NEED, ...need }).get(
        'a-rule',
      )
    expect([at({ seats: 99 }), at({ seats: 100 }), at({})]).toEqual(['no', 'yes', 'ask'])
  })
})
