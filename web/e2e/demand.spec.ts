import type { Request } from '@playwright/test'
import { violations } from './support/axe.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { clippedControls, sideways } from './support/layout.ts'
import { signInAs } from './support/manager.ts'

// The list alone is looked at; the map, drawn in software, would take most of the time.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

const isTold = (request: Request) => request.url().endsWith('/api/demand') && request.method() === 'POST'

test('a search that stands is told once a week for its size, in bands, and without a cookie', async ({ page }) => {
  const told: Request[] = []
  page.on('request', (request) => isTold(request) && told.push(request))
  const first = page.waitForRequest(isTold, { timeout: 30_000 })
  await page.goto('/?q=310 sièges à Fès, pour Ahmed&seats=310&by=2027-08-17&region=MA-03&lang=fr')
  const request = await first
  expect((await request.response())?.status()).toBe(204)
  expect(request.postDataJSON()).toMatchObject({ seats: 300, by: '2027-Q3', regions: ['MA-03'] })
  expect(request.postData()).not.toMatch(/310|Ahmed|2027-08-17/)
  expect(await request.headerValue('cookie')).toBeNull()
  expect(await request.headerValue('referer')).toBeNull()
  await page.goto('/?seats=350&lang=fr')
  await page.waitForTimeout(12_000)
  expect(told).toHaveLength(1)
  const other = page.waitForRequest(isTold, { timeout: 30_000 })
  await page.goto('/?seats=60&lang=fr')
  expect((await other).postDataJSON()).toMatchObject({ seats: 50 })
})

test('nothing is told of who asks by Global Privacy Control not to be counted', async ({ page }) => {
  const told: Request[] = []
  page.on('request', (request) => isTold(request) && told.push(request))
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
  await page.goto('/?seats=300&lang=en')
  await page.waitForTimeout(13_000)
  expect(told).toEqual([])
})

test('a manager sees what is missing, in every language, on a desk and a phone', async ({ page }) => {
  await signInAs(page.request, 'manager', 'casanearshore')
  const faults: string[] = []
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    await page.goto(`/manage/demand?lang=${language}`)
    await page.getByRole('heading', { level: 2, name: words('demand.gaps.title') }).waitFor()
    await expect(page.getByRole('main')).toContainText(words('demand.noReport'))
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport)
      faults.push(...(await violations(page)), ...(await sideways(page)), ...(await clippedControls(page)))
    }
  }
  expect([...new Set(faults)]).toEqual([])
})
