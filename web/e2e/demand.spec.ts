import type { Page, Request } from '@playwright/test'
import { Explore } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { signInAs } from './support/manager.ts'
import { Zone } from './support/zone.ts'

// The list alone is looked at; the map, drawn in software, would take most of the time.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

const isTold = (request: Request) => request.url().endsWith('/api/demand') && request.method() === 'POST'

/** A search that somebody leaves on the screen: a quarter of a minute goes by without their waiting for it. */
async function stand(page: Page, search: string): Promise<void> {
  await page.goto(`/?${search}&lang=fr`)
  await new Explore(page, 'fr').settled()
  await page.clock.runFor(15_000)
}

test('a search that stands is told once a week for its size, in bands, and without a cookie', async ({ page }) => {
  const told: Request[] = []
  page.on('request', (request) => isTold(request) && told.push(request))
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') })
  const first = page.waitForRequest(isTold)
  await stand(page, 'q=310 sièges à Fès, pour Ahmed&seats=310&by=2027-08-17&region=MA-03')
  const request = await first
  expect((await request.response())?.status()).toBe(204)
  expect(request.postDataJSON()).toMatchObject({ seats: 300, by: '2027-Q3', regions: ['MA-03'] })
  expect(request.postData()).not.toMatch(/310|Ahmed|2027-08-17/)
  expect(await request.headerValue('cookie')).toBeNull()
  expect(await request.headerValue('referer')).toBeNull()
  await stand(page, 'seats=350')
  const other = page.waitForRequest(isTold)
  await stand(page, 'seats=60')
  // Whatever the one before would have told came before this.
  expect((await other).postDataJSON()).toMatchObject({ seats: 50 })
  expect(told).toHaveLength(2)
})

test('nothing is told of who asks by Global Privacy Control not to be counted', async ({ page }) => {
  const told: Request[] = []
  page.on('request', (request) => isTold(request) && told.push(request))
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') })
  await stand(page, 'seats=300')
  // A request of its own, so that one of the page would have come before it.
  expect(await page.evaluate(async () => (await fetch('/api/catalogue')).ok)).toBe(true)
  expect(told).toEqual([])
})

const isVisit = (request: Request) => request.url().endsWith('/api/visits') && request.method() === 'POST'

test('a zone that is looked at and asked about is told once, without a cookie; what is kept is not', async ({
  page,
}) => {
  const words = wordsOf('fr')
  const told: { kind: string }[] = []
  page.on('request', (request) => isVisit(request) && told.push(request.postDataJSON()))
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') })
  await page.goto('/zones/fes-shore?lang=fr')
  const zone = new Zone(page, 'fr')
  await zone.settled(/./)
  // Passed over on the way: not counted.
  await page.clock.runFor(2000)
  expect(told).toEqual([])
  const first = page.waitForRequest(isVisit)
  await page.clock.runFor(8000)
  const request = await first
  expect(request.postDataJSON()).toEqual({ kind: 'zone', zones: ['fes-shore'] })
  expect([await request.headerValue('cookie'), await request.headerValue('referer')]).toEqual([null, null])
  await zone.keep.click()
  const asked = page.waitForRequest((one) => isVisit(one) && one.postDataJSON().kind === 'ask')
  await page
    .getByRole('button', { name: words('common.ask') })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await page.clock.runFor(8000)
  await asked
  // The same page again is the same look.
  await page.clock.runFor(20_000)
  expect(told.map(({ kind }) => kind)).toEqual(['zone', 'ask'])
})

test('who is signed in is known by their cookie, and so left out', async ({ page }) => {
  await signInAs(page.request, 'officer')
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') })
  await page.goto('/zones/fes-shore?lang=fr')
  await new Zone(page, 'fr').settled(/./)
  const sent = page.waitForRequest(isVisit)
  await page.clock.runFor(8000)
  expect(await (await sent).headerValue('cookie')).not.toBeNull()
})

test('a manager sees what is missing, and that no report is out yet', async ({ page }) => {
  await signInAs(page.request, 'manager', 'casanearshore')
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    await page.goto(`/manage/demand?lang=${language}`)
    await page.getByRole('heading', { level: 2, name: words('demand.gaps.title') }).waitFor()
    await expect(page.getByRole('main')).toContainText(words('demand.noReport'))
  }
})
