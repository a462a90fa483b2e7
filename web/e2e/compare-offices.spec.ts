import { Compare } from './support/compare.ts'
import { expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES } from './support/languages.ts'
import { Zone } from './support/zone.ts'

for (const language of LANGUAGES)
  test(`offices are taken for comparison where their figures stand (${language})`, async ({ page }) => {
    await page.setViewportSize(language === 'ar' ? PHONE : { width: 1440, height: 900 })
    await page.goto(`/zones/casanearshore?lang=${language}`)
    const zone = new Zone(page, language)
    await zone.settled(/./)
    const take = zone.inventory.getByRole('button', { name: zone.words('zone.unit.compare'), exact: true })
    const taken = zone.inventory.getByRole('button', { name: zone.words('zone.unit.compared'), exact: true })
    const units = zone.inventory.getByRole('tabpanel').locator('button[aria-expanded]')
    for (const place of [0, 1]) {
      await units.nth(place).click()
      await take.click()
      await expect(taken).toHaveAttribute('aria-pressed', 'true')
      await units.nth(place).click()
    }
    await units.nth(0).click()
    await zone.inventory.getByRole('link', { name: zone.words('zone.unit.openComparison', { count: 2 }) }).click()
    await expect(page).toHaveURL((url) => url.pathname === '/compare' && url.searchParams.get('kind') === 'offices')
    const compare = new Compare(page, language)
    await compare.settled(2)
    // The same comparison from an address that names the offices alone.
    const sites = new URL(page.url()).searchParams.get('sites')
    await page.goto(`/compare?sites=${sites}&lang=${language}`)
    await compare.settled(2)
  })
