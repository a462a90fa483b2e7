import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyOfRegion, NATIONAL_AGENCY, REGION_AGENCIES } from './agencies.ts'
import { NATIONAL_RULES, type RoutingQuestion, routeEnquiry } from './routing.ts'

const asked = (question: Partial<RoutingQuestion>): RoutingQuestion => ({
  ...{ siteRegions: [], askedRegions: [], trade: null, seats: null },
  ...question,
})

describe('an enquiry', () => {
  it.each([
    [{ siteRegions: ['MA-03'] }, 'site-region', 'cri-fes-meknes', []],
    // What it names weighs more than what was searched before.
    [{ siteRegions: ['MA-03'], askedRegions: ['MA-06'] }, 'site-region', 'cri-fes-meknes', []],
    [{ askedRegions: ['MA-06'] }, 'asked-region', 'cri-casablanca-settat', []],
    [{}, 'no-region', NATIONAL_AGENCY, []],
    [{ askedRegions: ['MA-99'] }, 'no-region', NATIONAL_AGENCY, []],
    [
      { siteRegions: ['MA-06', 'MA-03', 'MA-06'] },
      'several-regions',
      NATIONAL_AGENCY,
      ['cri-fes-meknes', 'cri-casablanca-settat'],
    ],
    [{ siteRegions: ['MA-03'], seats: 499 }, 'site-region', 'cri-fes-meknes', []],
    [{ siteRegions: ['MA-03'], seats: 500 }, 'large', NATIONAL_AGENCY, ['cri-fes-meknes']],
    [{ seats: 500 }, 'large', NATIONAL_AGENCY, []],
    // Who sent the dossier answers what it brings, however large, and the regions’ own agencies are told.
    [
      { siteRegions: ['MA-06'], seats: 900, sharedBy: 'cri-fes-meknes' },
      'link',
      'cri-fes-meknes',
      ['cri-casablanca-settat'],
    ],
    [{ siteRegions: ['MA-03'], sharedBy: NATIONAL_AGENCY }, 'link', NATIONAL_AGENCY, ['cri-fes-meknes']],
    // An operator keeps shortlists too, and is no agency.
    [{ siteRegions: ['MA-03'], sharedBy: 'ewane' }, 'site-region', 'cri-fes-meknes', []],
  ] as const)('%j goes by the rule %s to %s', (question, rule, owner, named) => {
    expect(routeEnquiry(asked(question))).toMatchObject({ rule, owner, named })
  })

  it('goes by rules that are data: a trade kept for the national agency needs no code', () => {
    const rules = [...NATIONAL_RULES, { id: 'trade', trades: ['ESO'] } as const]
    const question = asked({ siteRegions: ['MA-01'] })
    expect(routeEnquiry({ ...question, trade: 'ESO' }, rules)).toMatchObject({ rule: 'trade', owner: NATIONAL_AGENCY })
    expect(routeEnquiry({ ...question, trade: 'CRM' }, rules).rule).toBe('site-region')
    expect(routeEnquiry({ ...question, trade: 'ESO' }).rule).toBe('site-region')
  })

  it('of a link concerns the region of who sent it too, so that they see it', () => {
    const { regions } = routeEnquiry(asked({ siteRegions: ['MA-06'], sharedBy: 'cri-fes-meknes' }))
    expect(regions).toEqual(['MA-03', 'MA-06'])
  })

  const region = fc.constantFrom(...Object.keys(REGION_AGENCIES), 'MA-99', '')
  it('always has one owner, and leaves out no agency of a region that it concerns', () => {
    fc.assert(
      fc.property(
        fc.record({
          siteRegions: fc.array(region, { maxLength: 6 }),
          askedRegions: fc.array(region, { maxLength: 6 }),
          trade: fc.constantFrom('ITO', 'CRM', null),
          seats: fc.option(fc.integer({ min: 1, max: 65_535 })),
        }),
        (question) => {
          const { owner, named, regions } = routeEnquiry(question)
          const agencies = regions.map(agencyOfRegion)
          expect(new Set([owner, ...named])).toEqual(
            new Set(owner === NATIONAL_AGENCY ? [owner, ...agencies] : agencies),
          )
          expect(routeEnquiry({ ...question, siteRegions: [...question.siteRegions].reverse() })).toEqual(
            routeEnquiry(question),
          )
        },
      ),
    )
  })
})
