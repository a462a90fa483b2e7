import { describe, expect, it } from 'vitest'
import { answered, blockSeats, laidOut } from '../../api/public-figures.ts'
import { asPublished } from './edits.ts'
import { effectOf } from './effect.ts'
import { A_ZONE, aBuilding, anOffice, rowsOf, TODAY } from './units.maker.ts'

const OFFICES = [
  anOffice({ seats: 60 }),
  anOffice({ seats: 80, status: 'let', leaseEndsOn: '2027-03-31' }),
  anOffice({ seats: 70 }),
]
const zone = (rows: ReturnType<typeof rowsOf>, isAfter: boolean) =>
  laidOut(
    A_ZONE,
    [aBuilding()],
    rows.map(({ id, published, edits }) => ({
      id,
      properties: isAfter ? asPublished(published, edits, TODAY) : published,
    })),
    TODAY,
  )

describe('the effect for investors', () => {
  it('joins the blocks on both sides of a unit that becomes free', () => {
    const rows = rowsOf(OFFICES, { 'a-1': { status: { value: 'free', was: 'let' } } })
    const effect = effectOf(zone(rows, false), zone(rows, true), '2027-05-23')
    expect(effect.before.today).toEqual({ freeSeats: 130, contiguousSeats: 70 })
    expect(effect.after.today).toEqual({ freeSeats: 210, contiguousSeats: 210 })
    expect(effect.before.later).toEqual(effect.after.later)
    expect(effect.gained).toContainEqual({ seats: 200, by: TODAY })
    expect(effect.lost).toEqual([])
    expect(effect.answeredAfter - effect.answeredBefore).toBe(effect.gained.length)
  })

  it('counts a need as answered exactly where the rules say that the zone is a hit', () => {
    const rows = rowsOf(OFFICES)
    const now = zone(rows, false)
    const { answeredBefore, asked } = effectOf(now, now, TODAY)
    const hits = [25, 50, 100, 150, 200, 300, 400, 500].flatMap((seats) =>
      ['2026-11-23', '2027-02-23', '2027-05-23', '2027-11-23'].filter(
        (availableBy) => answered(now, { seats, availableBy }).hits === 1,
      ),
    )
    expect([answeredBefore, asked]).toEqual([hits.length, 32])
  })

  it('brings back a unit whose verification had run out, once its state and seats are published', () => {
    const [old] = [anOffice({ verifiedOn: '2026-07-01', seats: 60 })]
    const rows = rowsOf([old], { 'a-0': { seats: { value: 61, was: 60 } } })
    // Seats alone: the state is as old as it was.
    expect(effectOf(zone(rows, false), zone(rows, true), TODAY).after.today.freeSeats).toBe(0)
  })
})

describe('the block of a unit', () => {
  it('is the run of neighbours that can be had by a day', () => {
    const now = zone(rowsOf(OFFICES), false)
    expect([...blockSeats(now)]).toEqual([
      ['a-0', 60],
      ['a-2', 70],
    ])
    expect(blockSeats(now, '2027-04-01').get('a-1')).toBe(210)
  })
})
