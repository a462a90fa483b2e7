import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Shortlist } from '../../schema/shortlist.ts'
import { mergeShortlists, NO_SHORTLIST, siteLine } from './document.ts'
import { mergeEdits } from './merge.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const list = (...zones: string[]): Shortlist => ({
  ...NO_SHORTLIST,
  sites: zones.map((zone) => siteLine(id(zone.charCodeAt(0)), zone)),
})
const zones = ({ sites }: Shortlist) => sites.map(({ zoneId }) => zoneId).join('')

describe('two people at one shortlist', () => {
  const base = { ...list('a', 'b', 'c'), title: 'Trois sites' }

  it('keep what each wrote in different places', () => {
    const theirs = { ...base, title: 'Trois sites au nord' }
    const [a, ...rest] = base.sites
    const yours = { ...base, sites: [...(a ? [{ ...a, notes: { ...a.notes, ar: 'قريب' } }] : []), ...rest] }
    const { shortlist, conflicts } = mergeEdits(base, theirs, yours)
    expect(conflicts).toEqual([])
    expect([shortlist.title, shortlist.sites[0]?.notes.ar]).toEqual(['Trois sites au nord', 'قريب'])
  })

  it('keep what both added, each behind the line it was put behind', () => {
    expect(zones(mergeEdits(base, list('a', 'x', 'b', 'c'), list('a', 'b', 'c', 'y')).shortlist)).toBe('axbcy')
  })

  it('see an order that one of them changed, and are asked when both did', () => {
    expect(zones(mergeEdits(base, base, list('c', 'a', 'b')).shortlist)).toBe('cab')
    const { conflicts } = mergeEdits(base, list('b', 'a', 'c'), list('c', 'a', 'b'))
    expect(conflicts.map(({ field }) => field)).toContain('sequence')
  })

  it('are asked when both wrote the same note', () => {
    const noted = (fr: string) => ({
      ...base,
      sites: base.sites.map((site, i) => (i === 0 ? { ...site, notes: { ...site.notes, fr } } : site)),
    })
    const { conflicts, shortlist } = mergeEdits(base, noted('leur'), noted('mien'))
    expect(conflicts).toEqual([{ field: 'notes.fr', siteId: id(97), base: null, theirs: 'leur', yours: 'mien' }])
    expect(shortlist.sites[0]?.notes.fr).toBe('leur')
  })

  it('lose no line that one took out while the other wrote on it', () => {
    const noted = { ...base, sites: base.sites.map((site) => ({ ...site, notes: { ...site.notes, en: 'near' } })) }
    const { conflicts, shortlist } = mergeEdits(base, list('b', 'c'), noted)
    expect(zones(shortlist)).toContain('a')
    expect(conflicts.map(({ field, siteId }) => [field, siteId])).toContainEqual(['site', id(97)])
  })

  it('have every line of both, unless one took it out and the other left it alone', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    fc.assert(
      fc.property(some, some, some, (was, their, your) => {
        const { shortlist } = mergeEdits(list(...was), list(...their), list(...your))
        const kept = new Set(zones(shortlist))
        for (const zone of new Set([...their, ...your])) {
          const isTakenOut = was.includes(zone) && !(their.includes(zone) && your.includes(zone))
          expect(kept.has(zone)).toBe(!isTakenOut)
        }
        expect(kept.size).toBe(shortlist.sites.length)
      }),
    )
  })
})

describe('a shortlist that takes another in', () => {
  const noted = (zone: string, fr: string): Shortlist => ({
    ...NO_SHORTLIST,
    title: zone,
    sites: [{ ...siteLine(id(1), zone), notes: { fr, ar: null, en: null } }],
  })

  it('has every site once, and both notes', () => {
    const merged = mergeShortlists(noted('a', 'ici'), {
      ...noted('a', 'là'),
      sites: [...noted('a', 'là').sites, siteLine(id(2), 'b')],
    })
    expect([zones(merged), merged.sites[0]?.notes.fr, merged.title]).toEqual(['ab', 'ici\nlà', 'a'])
    expect(mergeShortlists(merged, merged)).toEqual(merged)
  })

  it('takes the other whole when it has no site', () => {
    const other = { ...noted('a', 'là'), assumptions: { termMonths: 37, areaM2PerSeat: 6 } }
    expect(mergeShortlists(NO_SHORTLIST, other)).toEqual(other)
  })
})
