import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, wordsOf } from '../support/languages.ts'
import { changeOffice, colleague, signInAs } from '../support/manager.ts'
import { Zone } from '../support/zone.ts'

// Units of this file: the first of Fès Shore's building B that the catalogue lists, one a test.
interface Office {
  id: string
  properties: { seats: number; rentMadPerM2Month: number | null; name: string; buildingId: string }
}

test.describe('an open page', () => {
  for (const [i, language] of LANGUAGES.entries()) {
    test(`follows what a manager publishes, within seconds and in place: ${language}`, async ({
      page,
      playwright,
      baseURL,
    }) => {
      await page.setViewportSize(i === 0 ? DESK : PHONE)
      const manager = await colleague(playwright, baseURL)
      await signInAs(manager, 'manager', 'fes-shore')
      const answer = await manager.get('/ogc/collections/offices/items?zoneId=fes-shore&limit=20&f=json')
      const office = ((await answer.json()) as { features: Office[] }).features[i * 3] as Office
      const words = wordsOf(language)
      const listening = page.waitForResponse((response) => response.url().includes('/api/changes/stream'))
      await page.goto(`/zones/fes-shore?lang=${language}&building=${office.properties.buildingId}`)
      await new Zone(page, language).settled(/./)
      // The stream opens when the page is idle.
      await listening
      const before = Date.now()
      const seats = office.properties.seats + 7
      await changeOffice(manager, office.id, { seats })
      const told = page.getByRole('status').getByRole('listitem').filter({ hasText: office.id })
      await expect(told).toContainText(words('common.live.field.seats'), { timeout: 5000 })
      await expect(told.locator('ins')).toHaveText(String(seats))
      expect(Date.now() - before).toBeLessThan(5000)
      const plan = page.getByRole('button', { name: new RegExp(`${office.properties.name}.*${seats}`) })
      await expect(plan).toHaveCount(1, { timeout: 5000 })
      await page
        .getByRole('status')
        .getByRole('button', { name: words('common.live.seen') })
        .click()
      await expect(page.getByRole('status').filter({ hasText: office.id })).toHaveCount(0)
      await manager.dispose()
    })
  }
})
