import { Explore, NEED_TERMS } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { LANGUAGES, plain, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'

// The map, drawn in software, would take most of the time and says nothing here.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

/** The browser's own line about an answer that failed; the page itself adds none. */
const FAILED_ANSWER = /^Failed to load resource: /
const COLUMNS = '**/api/columns/offices*'

for (const language of LANGUAGES)
  for (const [trouble, fail] of [
    ['the server answers 500', { status: 500, body: 'broken' }],
    ['no answer comes', null],
  ] as const)
    test(`${trouble}: a sentence and a way to try again (${language})`, async ({ page, guard }) => {
      guard.expectConsole(FAILED_ANSWER)
      const words = wordsOf(language)
      await page.route(COLUMNS, (route) => (fail ? route.fulfill(fail) : route.abort('timedout')))
      await page.goto(`/?${NEED_TERMS}&lang=${language}`)
      const alert = page.getByRole('alert')
      await expect(alert).toContainText(words('common.unread'), { timeout: 20_000 })
      await expect(alert).toContainText(words('common.kept'))
      await page.unroute(COLUMNS)
      await alert.getByRole('button', { name: words('common.retry') }).click()
      const explore = new Explore(page, language)
      await explore.settled()
      await expect(alert).toHaveCount(0)
      expect(await explore.announcedHits()).toBeGreaterThan(0)
    })

test('the network goes: the list stays, and says how old it is', async ({ page, context, guard }) => {
  guard.expectConsole(FAILED_ANSWER, /Failed to fetch/)
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') })
  const explore = new Explore(page, 'en')
  await explore.open(NEED_TERMS)
  const ids = await explore.ids()
  await expect(page.getByText(explore.words('explore.map.unavailable'))).toBeVisible()
  await context.setOffline(true)
  // After its five minutes the data is read anew when the reader comes back to the page.
  await page.clock.fastForward('06:00')
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await page.clock.runFor(20_000)
  const note = page.getByRole('alert')
  await expect(note).toContainText('Offline')
  expect(plain((await note.textContent()) ?? '')).toContain('2026')
  expect(await explore.ids()).toEqual(ids)
  await explore.field.fill('100 seats')
  await explore.field.press('Enter')
  await expect.poll(() => explore.announcedHits()).not.toBe(ids.length)
  await context.setOffline(false)
  await note.getByRole('button', { name: explore.words('common.retry') }).click()
  await page.clock.runFor(5000)
  await expect(note).toHaveCount(0)
})

test('code of a page that does not come costs what it draws, not the page', async ({ page, guard }) => {
  guard.expectConsole(FAILED_ANSWER, /map/)
  await page.route(/\/assets\/(zone-map|map-view)-/, (route) => route.abort())
  const words = wordsOf('en')
  await page.goto(`/zones/fes-shore?${NEED_TERMS}&lang=en`)
  await expect(page.getByText(words('common.mapUnreached'))).toBeVisible()
  await expect(page.getByRole('heading', { name: words('zone.near.title') })).toBeVisible()
  const explore = new Explore(page, 'en')
  await explore.open(NEED_TERMS)
  await expect(page.getByText(words('common.mapUnreached'))).toBeVisible()
  expect(await explore.announcedHits()).toBeGreaterThan(0)
})

for (const language of LANGUAGES)
  test(`an unknown address is a page that says so, with status 404 (${language})`, async ({ page, guard }) => {
    guard.expectConsole(FAILED_ANSWER)
    const words = wordsOf(language)
    for (const [path, title] of [
      ['/nowhere', words('common.notFound.title')],
      ['/zones/atlantis', words('zone.missing.title')],
    ] as const) {
      const response = await page.goto(`${path}?lang=${language}`)
      expect(response?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await page.getByRole('main').getByRole('link').first().click()
      await expect(page).toHaveURL(/\/(\?|$)/)
      await new Explore(page, language).settled()
    }
  })
