import { violations } from './support/axe.ts'
import { Explore, NEED_TERMS } from './support/explore.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'

test.use({ viewport: DESK })

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
