import { violations } from '../support/axe.ts'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, wordsOf } from '../support/languages.ts'
import { clippedControls, sideways } from '../support/layout.ts'
import { changeOffice, colleague, signInAs } from '../support/manager.ts'
import { Zone } from '../support/zone.ts'

// A unit of this file: the thirtieth of Fès Shore that the catalogue lists.
interface Office {
  id: string
  properties: { rentMadPerM2Month: number; name: string; buildingId: string }
}

test.use({ viewport: DESK })

test('a zone is shown as it was before a rent changed, and leads back to now', async ({
  page,
  playwright,
  baseURL,
  guard,
}) => {
  const manager = await colleague(playwright, baseURL)
  await signInAs(manager, 'manager', 'fes-shore')
  const list = await manager.get('/ogc/collections/offices/items?zoneId=fes-shore&limit=40&f=json')
  const office = ((await list.json()) as { features: Office[] }).features[30] as Office
  const { version } = (await (await manager.get('/api/catalogue')).json()) as { version: number }
  const { name, rentMadPerM2Month: before, buildingId } = office.properties
  const after = before + 3
  await changeOffice(manager, office.id, { rentMadPerM2Month: after })

  const words = wordsOf('en')
  const zone = new Zone(page, 'en')
  const rent = async (): Promise<number> => {
    await zone.settled(/./)
    await page.getByText(words('zone.inventory.table'), { exact: true }).first().click()
    const cell = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name }) })
      .getByRole('cell')
      .nth(4)
    return Number(await cell.textContent())
  }
  const past = page.getByRole('status').filter({ hasText: words('common.past.version') })
  const address = `/zones/fes-shore?lang=en&building=${buildingId}`
  await page.goto(address)
  expect(await rent()).toBe(after)
  await expect(past).toHaveCount(0)

  await page.goto(`${address}&as-of=${version}`)
  expect(await rent()).toBe(before)
  await expect(past).toContainText(words('common.past.detail', { version, day: '23 November 2026' }))
  // The search stays in the past; what is not of it is of now.
  await page
    .getByRole('banner')
    .getByRole('link', { name: words('common.nav.explore') })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`/\\?.*as-of=${version}`))
  await page.goBack()
  await past.getByRole('link').click()
  await expect(page).not.toHaveURL(/as-of/)
  expect(await rent()).toBe(after)

  // By a day and an hour; in every language, on a phone.
  await page.setViewportSize(PHONE)
  for (const language of LANGUAGES) {
    const of = wordsOf(language)
    await page.goto(`/zones/fes-shore?lang=${language}`)
    await new Zone(page, language).settled(/./)
    await page.getByLabel(of('zone.moment.label')).fill('2026-11-23T09:00')
    await page.getByRole('button', { name: of('zone.moment.show'), exact: true }).click()
    await expect(page.getByText(of('common.past.now'))).toBeVisible()
    await new Zone(page, language).settled(/./)
    expect([...(await sideways(page)), ...(await clippedControls(page)), ...(await violations(page))]).toEqual([])
  }
  guard.expectConsole(/^Failed to load resource: /)
  for (const [moment, why] of [
    ['never', 'invalid'],
    ['9999999', 'future'],
    ['2020-01-01T00:00Z', 'before'],
  ] as const) {
    await page.goto(`/zones/fes-shore?lang=en&as-of=${moment}`)
    await expect(page.getByText(words(`common.past.refused.${why}`))).toBeVisible()
  }
})
