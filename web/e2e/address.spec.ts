import { expectAddressHoldsAll } from './support/address.ts'
import { Explore, NEED, NEED_TERMS } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { pointer } from './support/hand.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { Zone } from './support/zone.ts'

// What the address says of the map is tried in map.spec.ts.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

for (const language of LANGUAGES)
  test(`an address brings the whole state back in a clean browser (${language})`, ({ page, browser, guard }) =>
    expectAddressHoldsAll(pointer(page), { language, browser, guard, hasMap: false }))

test('a link without a language speaks the browser’s, and the other way round', async ({ browser }) => {
  for (const [locale, language] of [
    ['ar-MA', 'ar'],
    ['en-US', 'en'],
    ['de-DE', 'fr'],
  ] as const) {
    const context = await browser.newContext({ locale, viewport: DESK })
    const page = await context.newPage()
    await page.goto(`/?${NEED_TERMS}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf(language)('explore.heading'))
    await context.close()
  }
})

test('back and forward walk through the needs', async ({ page }) => {
  const explore = new Explore(page, 'en')
  const hand = pointer(page)
  await explore.open()
  const whole = await explore.ids()
  await explore.ask(hand, '100 seats')
  const hundred = await explore.ids()
  await explore.ask(hand, '400 seats in Fez')
  const fez = await explore.ids()
  expect(new Set([whole, hundred, fez].map((ids) => ids.join())).size).toBe(3)
  const shows = (ids: string[], text: string) =>
    expect.poll(async () => [await explore.ids(), await explore.field.inputValue()]).toEqual([ids, text])
  await page.goBack()
  await shows(hundred, '100 seats')
  await page.goBack()
  await shows(whole, '')
  await page.goForward()
  await shows(hundred, '100 seats')
  await page.goForward()
  await shows(fez, '400 seats in Fez')
})

test('back keeps the sites taken for comparison and the language chosen since', async ({ page }) => {
  const explore = new Explore(page, 'en')
  await explore.open(NEED_TERMS)
  await explore.link(explore.rows.first()).click()
  const zone = new Zone(page, 'en')
  await zone.take(pointer(page))
  await page.getByRole('link', { name: 'العربية' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.goBack()
  const there = new Explore(page, 'ar')
  await there.settled()
  await expect(there.list.getByRole('checkbox', { checked: true })).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.reload()
  await there.settled()
  await expect(there.list.getByRole('checkbox', { checked: true })).toHaveCount(1)
})

test('another language keeps what was typed, sent or not', async ({ page }) => {
  const explore = new Explore(page, 'fr')
  await explore.open()
  await explore.ask(pointer(page), NEED.fr)
  const ids = await explore.ids()
  await explore.field.fill('300 sièges et encore')
  for (const [language, name] of [
    ['ar', 'العربية'],
    ['en', 'English'],
    ['fr', 'Français'],
  ] as const) {
    await page.getByRole('link', { name }).click()
    const there = new Explore(page, language)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(there.words('explore.heading'))
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await there.settled()
    expect(await there.ids()).toEqual(ids)
    await expect(there.field).toHaveValue('300 sièges et encore')
    await expect(page, 'the language is in the address').toHaveURL(new RegExp(`lang=${language}`))
  }
  await page.reload()
  await explore.settled()
  await expect(explore.field, 'a reload loses no word').toHaveValue('300 sièges et encore')
})

test('a need made by clicks is said in words, in the reader’s language', async ({ page }) => {
  for (const language of LANGUAGES) {
    const explore = new Explore(page, language)
    await explore.open(NEED_TERMS)
    await expect(explore.field).toHaveValue(/300/)
  }
})

test('a broken address shows every site instead of an error', async ({ page }) => {
  const explore = new Explore(page, 'en')
  await explore.open('seats=many&by=yesterday&region=XX&map=a/b/c&site=../../x&sites=%00,<b>&sort=up&area=1,2')
  expect(await explore.announcedHits()).toBeGreaterThan(10)
})
