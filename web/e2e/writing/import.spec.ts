import type { APIRequestContext, Page } from '@playwright/test'
import { BULK_FIELDS, faultWords } from '@tvl/model'
import { violations } from '../support/axe.ts'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { type Language, plain, wordsOf } from '../support/languages.ts'
import { Console } from '../support/manage.ts'

interface Office {
  id: string
  properties: { seats: number; name: string; buildingId: string }
}

const ITEMS = '/ogc/collections/offices/items?zoneId=fes-shore&limit=1000&f=json'
/** Units of this file: the last of Fès Shore that the catalogue lists. */
const OWN = 5
/** Those alone: another file's spec may be changing the rest of the zone meanwhile. */
const officesOf = async (request: APIRequestContext): Promise<Office[]> =>
  ((await (await request.get(ITEMS)).json()) as { features: Office[] }).features.slice(-OWN)

const signIn = (page: Page, language: Language) => new Console(page, language).enter('fes@demo', '/manage/import')

const view = (page: Page, words: ReturnType<typeof wordsOf>, state: string) =>
  page.locator('.import-views').getByRole('button', { name: words(`import.state.${state}`) })

test('a workbook is compared, corrected, applied as one change and taken back whole', async ({ page }) => {
  await page.setViewportSize(DESK)
  const words = wordsOf('fr')
  await signIn(page, 'fr')
  const before = await officesOf(page.request)
  const [one, two, three] = before.slice(-3) as [Office, Office, Office]

  // 1: the template in the person's language, filled as a person fills it.
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words('import.template.of', { language: 'Français', type: 'CSV' }) }).click(),
  ])
  expect(template.suggestedFilename()).toBe('offices-fr.csv')
  const stream = await template.createReadStream()
  const head =
    Buffer.concat(await stream.toArray())
      .toString('utf8')
      .split(/\r?\n/)[0] ?? ''
  const heads = head.replace('\ufeff', '').split(';')
  const columnOf = (name: string) =>
    heads.indexOf(BULK_FIELDS.offices.find((field) => field.name === name)?.words.fr ?? '')
  const line = (id: string, seats: string | number) =>
    heads.map((_, i) => (i === columnOf('id') ? id : i === columnOf('seats') ? seats : '')).join(';')
  const table = [
    heads.join(';'),
    line(one.id, one.properties.seats + 7),
    line(two.id, 'beaucoup'),
    line(three.id, three.properties.seats),
  ].join('\r\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'parc de novembre.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })

  // 3: the row, its value, the reason and the remedy; and the file with notes.
  await expect(page.getByRole('heading', { name: 'parc de novembre.csv' })).toBeVisible()
  await expect(page).toHaveURL(/import=[0-9a-f-]{36}/)
  await expect(view(page, words, 'error')).toHaveText(/^1 /)
  const bad = page.locator('.import-row')
  const { reason, remedy } = faultWords(
    { code: 'number.unreadable', field: 'seats', value: 'beaucoup' },
    'offices',
    'fr',
  )
  const said = plain((await bad.textContent()) ?? '')
  for (const text of [words('import.row', { row: 3 }), 'beaucoup', plain(reason), plain(remedy)]) {
    expect(said).toContain(text)
  }
  const apply = page.getByRole('button', { name: words('import.apply.title'), exact: true })
  await expect(apply).toBeDisabled()
  const [annotated] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words('import.errors.annotated') }).click(),
  ])
  expect(annotated.suggestedFilename()).toBe('parc de novembre-fr.csv')
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })

  // The address alone leads back to the file.
  await page.reload()
  await bad.getByRole('textbox').fill(String(two.properties.seats + 3))
  await page.getByRole('button', { name: words('import.apply.check') }).click()

  // 4: counts, old and new; what the file does not list stays. 2: nothing is written yet.
  await expect(view(page, words, 'changed')).toHaveText(/^2 /)
  await expect(view(page, words, 'same')).toHaveText(/^1 /)
  await expect(view(page, words, 'missing')).not.toHaveText(/^0 /)
  const changed = page.locator('.import-row', { hasText: one.properties.name }).first()
  await expect(changed.locator('s')).toContainText(String(one.properties.seats))
  await expect(changed.locator('.import-changes b')).toContainText(String(one.properties.seats + 7))
  await view(page, words, 'missing').click()
  await page.getByText(words('import.missing.ask')).click()
  await expect(page.getByRole('button', { name: words('import.missing.remove') })).toBeDisabled()
  expect(await officesOf(page.request)).toEqual(before)

  // 5: as one, seen by investors, and taken back to what it was.
  await apply.click()
  await expect(page.getByRole('heading', { name: /parc de novembre/ })).toBeFocused()
  const after = await officesOf(page.request)
  expect(after.length).toBe(before.length)
  expect(after.filter((office, i) => office.properties.seats !== before[i]?.properties.seats).length).toBe(2)
  const done = page.url()
  await page.goto(`/zones/fes-shore?lang=fr&building=${one.properties.buildingId}`)
  const seen = new RegExp(`${one.properties.name}.*${one.properties.seats + 7}`)
  await expect(page.getByRole('button', { name: seen })).toHaveCount(1)
  await page.goto(done)
  await page.getByRole('button', { name: words('import.past.undo') }).click()
  await page.getByRole('button', { name: words('import.past.yes') }).click()
  await expect(page.getByText(words('import.past.done'))).toBeVisible()
  expect(await officesOf(page.request)).toEqual(before)
})

test('an export pasted in Arabic on a phone is no difference, from right to left', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const words = wordsOf('ar')
  await signIn(page, 'ar')
  const [unit] = (await officesOf(page.request)) as [Office]
  const fields = ['id', 'seats'].map((name) => BULK_FIELDS.offices.find((field) => field.name === name)?.words.ar)
  await page.getByText(words('import.paste.title')).click()
  await page.getByRole('textbox').fill(`${fields.join('\t')}\n${unit.id}\t${unit.properties.seats}`)
  await page.getByRole('button', { name: words('import.paste.send') }).click()
  await expect(page.getByText(words('import.apply.nothing'))).toBeVisible()
  await expect(view(page, words, 'same')).toHaveText(/^1 /)
  await page.getByText(words('import.mapping.title', { known: 2, count: 2 })).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: words('import.dropFile') }).click()
  await expect(page.getByText(words('import.drop'))).toBeVisible()
})
