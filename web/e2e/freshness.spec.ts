import type { FreshnessBoard } from '@tvl/model'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'

test.use({ viewport: DESK })

const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace(/\D/g, '')))

test('the public board shows what the API counts, sums and all, and leads to the zones', async ({ page }) => {
  const board = (await (await page.request.get('/api/freshness')).json()) as FreshnessBoard
  await page.goto('/freshness?lang=en')
  const table = page.getByRole('region', { name: wordsOf('en')('freshness.byZone') }).getByRole('table')
  const rowOf = async (name: string) => {
    const row = table.getByRole('row', { name: new RegExp(`^${name} `) })
    return numbers(await row.locator('td.figure-column').allTextContents())
  }
  const expected = ({ states, all, available, lost }: FreshnessBoard['country']) => [
    ...Object.values(states).map(({ offices }) => offices),
    all.offices,
    available.seats,
    lost.seats,
  ]
  await table.waitFor()
  expect(await rowOf('Morocco')).toEqual(expected(board.country))
  const region = board.regions.find(({ id }) => id === 'MA-06')
  const zone = board.zones.find(({ id }) => id === 'casanearshore')
  if (!region || !zone) throw new Error('the demonstration has Casablanca')
  expect(await rowOf(region.nameEn)).toEqual(expected(region.sums))
  expect(await rowOf('Casanearshore')).toEqual(expected(zone.sums))

  await page
    .getByRole('navigation', { name: wordsOf('en')('freshness.regions') })
    .getByText(region.nameEn)
    .click()
  await expect(page).toHaveURL(/region=MA-06/)
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(region.nameEn)
  await expect(table.getByRole('rowheader')).toHaveText([
    region.nameEn,
    'Casanearshore',
    'Casablanca Finance City',
    'Casablanca Technopark',
  ])
  await page.reload()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(region.nameEn)
  await table.getByRole('link', { name: 'Casanearshore' }).press('Enter')
  await expect(page).toHaveURL(/\/zones\/casanearshore/)
})

test('an address with a region that is not there shows the country', async ({ page }) => {
  await page.goto('/freshness?region=MA-99&lang=fr')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Maroc')
})

test('a unit tells field by field when, how and by which role it was verified, and when it is due', async ({
  page,
}) => {
  for (const language of LANGUAGES) {
    const words = wordsOf(language)
    await page.setViewportSize(language === 'ar' ? PHONE : DESK)
    await page.goto(`/zones/fes-shore?lang=${language}`)
    await page.locator('button.lot').first().click()
    const open = page.locator('.unit-open')
    await open.getByText(words('zone.unit.byField')).click()
    const rows = open.getByRole('table').getByRole('row')
    await expect(rows.nth(1)).toContainText(words('zone.unit.field.status'))
    expect(await rows.count()).toBeGreaterThanOrEqual(5)
    await expect(rows.nth(1)).toContainText(words('zone.by.zone-manager'))
  }
})
