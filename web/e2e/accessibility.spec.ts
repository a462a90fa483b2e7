import { violations } from './support/axe.ts'
import { Explore, NEED_TERMS } from './support/explore.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES } from './support/languages.ts'
import { API_PAGES, openPage, PAGES } from './support/pages.ts'

test.use({ viewport: DESK })

/** What the browser says when an address answers 404 on purpose. */
const FAILED_ANSWER = /^Failed to load resource: /

for (const each of [...PAGES, ...API_PAGES])
  test(`axe finds nothing: ${each.name}`, async ({ page, guard }) => {
    if (each.isMissing) guard.expectConsole(FAILED_ANSWER)
    const found: string[] = []
    for (const language of LANGUAGES) {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await openPage(page, each, language)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        for (const line of await violations(page)) found.push(`${language} ${colorScheme} ${line}`)
      }
    }
    expect([...new Set(found)]).toEqual([])
  })

test('axe finds nothing in what opens over or inside Explore', async ({ page }) => {
  const found: string[] = []
  const look = async (what: string) => {
    for (const line of await violations(page)) found.push(`${what}: ${line}`)
  }
  const explore = new Explore(page, 'fr')
  const { words } = explore
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await explore.open(NEED_TERMS)
  await explore.need.getByRole('button', { name: words('explore.need.query') }).click()
  await explore.rows.first().getByRole('button').first().click()
  await explore.rows.nth(1).getByRole('definition').getByRole('button').first().click()
  await look('query, detail and source')
  await page.getByRole('button', { name: words('common.display.title') }).click()
  await page.getByRole('dialog').waitFor()
  await look('display')
  await page.keyboard.press('Escape')
  await explore.keepButton('Fès Shore').click()
  await page
    .getByRole('button', { name: new RegExp(`^${words('common.basket.title')}`) })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await look('shortlist')
  await page.keyboard.press('Escape')
  await page.setViewportSize(PHONE)
  await explore.list.getByRole('button', { name: words('explore.facets.title') }).click()
  await page.getByRole('dialog').waitFor()
  await look('filters on a phone')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: words('common.nav.menu') }).click()
  await page.getByRole('dialog').waitFor()
  await look('menu on a phone')
  expect([...new Set(found)]).toEqual([])
})

test('axe would find something: a picture without words, a text too pale', async ({ page }) => {
  await page.goto('/help?lang=en')
  const title = page.getByRole('heading', { level: 1 })
  await title.waitFor()
  await title.evaluate((heading) => {
    heading.style.color = '#ccc'
    heading.after(document.createElement('button'))
  })
  const found = await violations(page)
  expect(found.some((line) => line.startsWith('color-contrast'))).toBe(true)
  expect(found.some((line) => line.startsWith('button-name'))).toBe(true)
})
