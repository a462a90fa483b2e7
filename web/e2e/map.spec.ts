import { Explore, NEED, textOf } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'
import { LANGUAGES } from './support/languages.ts'

test.use({ viewport: DESK })

/** Everything of Explore that an address must bring back. */
async function state(explore: Explore) {
  await explore.settled()
  const { page } = explore
  return {
    field: await explore.field.inputValue(),
    chips: await explore.chipTexts(),
    ids: await explore.ids(),
    compared: await explore.list.getByRole('checkbox', { checked: true }).count(),
    sort: await explore.list.getByRole('combobox').inputValue(),
    selected: await explore.list.getByRole('button', { pressed: true }).count(),
    language: await page.locator('html').getAttribute('lang'),
    scale: await textOf(page.locator('.map-canvas ~ .map-scale')),
  }
}

for (const language of LANGUAGES)
  test(`an address brings the whole state back in a clean browser (${language})`, async ({ page, browser, guard }) => {
    const explore = new Explore(page, language)
    const hand = pointer(page)
    await explore.open('map=-6.5/34/6.5')
    await explore.ask(hand, NEED[language])
    await explore.list.getByRole('combobox').selectOption('seats')
    const [first, second] = await explore.readAll()
    await explore.compareBox(first?.name ?? '').check()
    await explore.compareBox(second?.name ?? '').check()
    await explore.rows.nth(1).getByRole('button').first().click()
    await expect(page.getByRole('button', { name: explore.words('map.zoomIn') })).toBeVisible()
    const before = await state(explore)
    expect(before).toMatchObject({ field: NEED[language], compared: 2, sort: 'seats', selected: 1, language })
    const address = page.url()

    await page.reload()
    await expect.poll(() => state(explore), 'after a reload').toEqual(before)

    const clean = await browser.newContext({ viewport: DESK, timezoneId: 'Asia/Tokyo', locale: 'de-DE' })
    const other = await clean.newPage()
    other.on('pageerror', (error) => guard.faults.push(String(error)))
    await other.goto(address)
    await expect.poll(() => state(new Explore(other, language)), 'in a clean browser').toEqual(before)
    expect(other.url(), 'reading an address leaves it as it is').toBe(address)
    await clean.close()
  })

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
