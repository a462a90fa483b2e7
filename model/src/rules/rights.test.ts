import { describe, expect, it } from 'vitest'
import { ACTIONS, type Grant, isWithin, may, NOWHERE, type Place, ROLES, type Territory } from './rights.ts'

const FES: Place = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: 'fes-shore-a' }
const CASA: Place = { regionId: 'MA-06', zoneId: 'casanearshore', buildingId: 'casanearshore-1' }
const grant = (role: Grant['role'], territory: Territory): Grant => ({ role, organisationId: 'cdg', territory })

describe('rights', () => {
  it('are none without a grant', () => {
    for (const action of ACTIONS) expect(may([], action, FES)).toBe(false)
  })

  it.each([
    [{ kind: 'region', id: 'MA-03' }],
    [{ kind: 'zone', id: 'fes-shore' }],
    [{ kind: 'building', id: 'fes-shore-a' }],
  ] as const)('of a manager hold in %j and nowhere else', (territory) => {
    const grants = [grant('manager', territory)]
    expect(may(grants, 'change-inventory', FES)).toBe(true)
    for (const action of ACTIONS) {
      expect(may(grants, action, CASA)).toBe(false)
      expect(may(grants, action, NOWHERE)).toBe(false)
    }
  })

  it('of a building do not reach its zone, nor those of a zone its region', () => {
    const { buildingId } = FES
    expect(
      may([grant('manager', { kind: 'building', id: buildingId ?? '' })], 'change-zone', { ...FES, buildingId: null }),
    ).toBe(false)
    expect(
      may([grant('administrator', { kind: 'zone', id: 'fes-shore' })], 'manage-people', {
        ...NOWHERE,
        regionId: 'MA-03',
      }),
    ).toBe(false)
  })

  it('to change reference data are national only', () => {
    expect(may([grant('administrator', { kind: 'region', id: 'MA-03' })], 'change-reference', FES)).toBe(false)
    expect(may([grant('administrator', { kind: 'national' })], 'change-reference', FES)).toBe(true)
  })

  it('to write are for administrators and managers', () => {
    const writers = ROLES.filter((role) => may([grant(role, { kind: 'national' })], 'change-inventory', FES))
    expect(writers).toEqual(['administrator', 'manager'])
  })

  it('are given only within the giver’s own territory', () => {
    const placeOf = (territory: Territory): Place =>
      territory.kind === 'zone' ? { ...FES, buildingId: null } : NOWHERE
    const zone = { kind: 'zone', id: 'fes-shore' } as const
    const region = { kind: 'region', id: 'MA-03' } as const
    expect(isWithin(zone, region, placeOf)).toBe(true)
    expect(isWithin({ kind: 'national' }, region, placeOf)).toBe(false)
    expect(isWithin(region, zone, placeOf)).toBe(false)
    expect(isWithin({ kind: 'national' }, { kind: 'national' }, placeOf)).toBe(true)
  })
})
