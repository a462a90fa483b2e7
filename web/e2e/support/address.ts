import type { Browser } from '@playwright/test'
import { Explore, NEED, textOf } from './explore.ts'
import { DESK, expect } from './fixtures.ts'
import type { Guard } from './guard.ts'
import type { Hand } from './hand.ts'
import type { Language } from './languages.ts'

/** Everything of Explore that an address must bring back; the scale of the map, where there is one. */
async function state(explore: Explore, hasMap: boolean) {
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
    scale: hasMap ? await textOf(page.locator('.map-canvas ~ .map-scale')) : null,
  }
}

/** A need, an order, a place on the map, two sites to compare and one selected: all of it comes back by the address. */
export async function expectAddressHoldsAll(
  hand: Hand,
  { language, browser, guard, hasMap }: { language: Language; browser: Browser; guard: Guard; hasMap: boolean },
): Promise<void> {
  const { page } = hand
  const explore = new Explore(page, language)
  await explore.open('map=-6.5/34/6.5')
  await explore.ask(hand, NEED[language])
  await explore.list.getByRole('combobox').selectOption('seats')
  const [first, second] = await explore.readAll()
  await explore.compareBox(first?.name ?? '').check()
  await explore.compareBox(second?.name ?? '').check()
  await explore.rows.nth(1).getByRole('button').first().click()
  const before = await state(explore, hasMap)
  expect(before).toMatchObject({ field: NEED[language], compared: 2, sort: 'seats', selected: 1, language })
  const address = page.url()

  await page.reload()
  await expect.poll(() => state(explore, hasMap), 'after a reload').toEqual(before)

  const clean = await browser.newContext({ viewport: DESK, timezoneId: 'Asia/Tokyo', locale: 'de-DE' })
  const other = await clean.newPage()
  other.on('pageerror', (error) => guard.faults.push(String(error)))
  await other.goto(address)
  await expect.poll(() => state(new Explore(other, language), hasMap), 'in a clean browser').toEqual(before)
  expect(other.url(), 'reading an address leaves it as it is').toBe(address)
  await clean.close()
}
