import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanced, type Snapshot } from '../catalogue/snapshot.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { anOffice } from '../testing/makers.ts'
import { ogcApp } from '../testing/ogc-app.ts'

interface Page {
  features: { id: string; properties: Record<string, unknown>; geometry: { coordinates: [number, number] } | null }[]
  numberMatched: number
  links: { rel: string; href: string }[]
}

async function walk(
  first: string,
  current: () => Snapshot,
  between: () => void = () => {},
): Promise<{ ids: string[]; matched: number }> {
  const app = await ogcApp(current)
  const ids: string[] = []
  let matched = 0
  for (let url: string | undefined = first; url; ) {
    const page: Page = (await app.inject(url)).json()
    ids.push(...page.features.map(({ id }) => id))
    matched = page.numberMatched
    url = page.links.find(({ rel }) => rel === 'next')?.href.replace(/^https?:\/\/[^/]+/, '')
    between()
  }
  await app.close()
  return { ids, matched }
}

const offices = () => demoSnapshot().collection('offices')

describe('paging', () => {
  const box = fc.tuple(
    fc.double({ min: -11, max: -2, noNaN: true }),
    fc.double({ min: 29, max: 36, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
    fc.double({ min: 0, max: 4, noNaN: true }),
  )
  const sorts = [
    'seats',
    '-seats',
    'rentMadPerM2Month',
    '-rentMadPerM2Month',
    'name,-seats',
    '-availableFrom',
    'fitOut,-areaM2',
  ]

  it('gives every item that matches once, in order, as a plain walk over all items does', async () => {
    const snapshot = demoSnapshot()
    const all = offices().ids.map((_, row) => offices().feature(row, 'fr'))
    await fc.assert(
      fc.asyncProperty(
        fc.option(box, { nil: null }),
        fc.option(fc.integer({ min: 1, max: 120 }), { nil: null }),
        fc.option(fc.constantFrom('shell', 'fitted', 'plug-and-play'), { nil: null }),
        fc.option(fc.constantFrom(...sorts), { nil: null }),
        fc.constantFrom(1000, 61),
        async (bbox, seats, fitOut, sortby, limit) => {
          const query = new URLSearchParams({ limit: String(limit) })
          if (bbox) query.set('bbox', [bbox[0], bbox[1], bbox[0] + bbox[2], bbox[1] + bbox[3]].join(','))
          if (seats) query.set('filter', `seats >= ${seats}`)
          if (fitOut) query.set('fitOut', fitOut)
          if (sortby) query.set('sortby', sortby)
          const wanted = all.filter(({ properties, geometry }) => {
            const [lon, lat] = geometry?.type === 'Point' ? geometry.coordinates : []
            const isInBox =
              !bbox ||
              (lon !== undefined &&
                lat !== undefined &&
                lon >= bbox[0] &&
                lon <= bbox[0] + bbox[2] &&
                lat >= bbox[1] &&
                lat <= bbox[1] + bbox[3])
            return isInBox && (!seats || Number(properties.seats) >= seats) && (!fitOut || properties.fitOut === fitOut)
          })
          for (const key of (sortby ?? '').split(',').reverse().filter(Boolean)) {
            const name = key.replace('-', '')
            wanted.sort((a, b) => {
              const [x, y] = [a.properties[name] as string, b.properties[name] as string]
              if (x === y) return 0
              if (x === null || y === null) return x === null ? 1 : -1
              return (x < y ? -1 : 1) * (key.startsWith('-') ? -1 : 1)
            })
          }
          const found = await walk(`/ogc/collections/offices/items?${query}`, () => snapshot)
          expect(found).toEqual({ ids: wanted.map(({ id }) => id), matched: wanted.length })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('gives each item that stays once, while others come, go and change', async () => {
    let snapshot = demoSnapshot()
    const before = [...offices().ids]
    const gone = new Set<string>()
    let change = 0
    const disturb = () => {
      change += 1
      const id = before[(change * 97) % before.length] ?? ''
      gone.add(id)
      const created = anOffice(`a-new-office-${change}`, { buildingId: 'fes-shore-a', stackOrder: 500 + change })
      snapshot = advanced(
        snapshot,
        [
          { collection: 'offices', id, stored: null },
          { collection: 'offices', id: created.id, stored: { record: created, hash: 0n } },
        ],
        { changeNumber: snapshot.changeNumber + 2, today: snapshot.today },
      )
    }
    const { ids } = await walk('/ogc/collections/offices/items?limit=23', () => snapshot, disturb)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of before) if (!gone.has(id)) expect(ids).toContain(id)
  })

  it('reads a box whose west is east of its east as crossing the antimeridian', async () => {
    const app = await ogcApp()
    const count = async (bbox: string) =>
      (await app.inject(`/ogc/collections/zones/items?bbox=${bbox}`)).json().numberMatched
    const whole = demoSnapshot().collection('zones').count
    expect(await count('-180,-90,180,90')).toBe(whole)
    // Across the antimeridian: everything but a band that holds the Kingdom.
    expect(await count('0,-90,-20,90')).toBe(0)
    expect(await count('-14,20,-20,60')).toBe(whole)
    await app.close()
  })
})
