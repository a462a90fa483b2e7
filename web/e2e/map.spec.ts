import { expectAddressHoldsAll } from './support/address.ts'
import { Explore } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'

test.use({ viewport: DESK })

test('an address brings the whole state back in a clean browser, the map included', ({ page, browser, guard }) =>
  expectAddressHoldsAll(pointer(page), { language: 'ar', browser, guard, hasMap: true }))

test('a drawn area is part of the query', async ({ page }) => {
  const explore = new Explore(page, 'fr')
  const hand = pointer(page)
  await explore.open('seats=50')
  const all = await explore.ids()
  await page.getByRole('button', { name: explore.words('map.drawArea') }).click()
  // The map's own canvas, apart from its controls; it says by its cursor that it takes points.
  const canvas = page.locator('canvas.maplibregl-canvas')
  await expect(page.locator('.maplibregl-canvas-container canvas')).toHaveCSS('cursor', 'crosshair')
  const box = await canvas.boundingBox()
  if (!box) throw new Error('the map has no size')
  // Around the north-east, clear of the controls, of the help and of the legend; back to the first point to close.
  const corners = [
    [0.46, 0.2],
    [0.98, 0.2],
    [0.98, 0.42],
    [0.46, 0.42],
    [0.46, 0.2],
  ] as const
  for (const [x, y] of corners) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 })
    // A hand rests between two points; events closer than that are one gesture to the map.
    await page.waitForTimeout(300)
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y, { delay: 40 })
    await page.waitForTimeout(300)
  }
  await expect(explore.chips.filter({ hasText: explore.words('need.term.drawnArea') })).toBeVisible()
  await explore.settled()
  const inside = await explore.ids()
  expect(inside.length).toBeGreaterThan(0)
  expect(inside.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(inside))
  const query = await explore.query(hand)
  expect(query.cql2).toContain('S_INTERSECTS')
  expect(await explore.answerOfApi(query)).toEqual(inside)
})
