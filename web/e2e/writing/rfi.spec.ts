import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { violations } from '../support/axe.ts'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, type Language, plain, wordsOf } from '../support/languages.ts'
import { clippedControls, sideways } from '../support/layout.ts'
import { Console } from '../support/manage.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a consultant asks, in their language: known, ambiguous, unknown to the catalogue, and by a formula. */
const LABELS: Readonly<
  Record<Language, { head: string[]; name: string; area: string; charge: string; other: string; companies: string }>
> = {
  fr: {
    head: ['Question', 'Réponse'],
    name: 'Nom du site',
    area: 'Superficie du site (ha)',
    charge: 'Charges locatives (MAD/m²/mois)',
    other: 'Certification LEED',
    companies: 'Nombre d’entreprises',
  },
  ar: {
    head: ['السؤال', 'الجواب'],
    name: 'اسم الموقع',
    area: 'مساحة الموقع (هكتار)',
    charge: 'تكاليف الخدمات (درهم/م²/شهر)',
    other: 'شهادة البناء الأخضر',
    companies: 'عدد الشركات',
  },
  en: {
    head: ['Question', 'Response'],
    name: 'Site name',
    area: 'Site area (ha)',
    charge: 'Service charge (MAD/m²/month)',
    other: 'LEED certification',
    companies: 'Number of companies',
  },
}

async function aQuestionnaire(language: Language, more: readonly string[] = []): Promise<Buffer> {
  const { head, name, area, charge, other, companies } = LABELS[language]
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('RFI', { views: [{ rightToLeft: language === 'ar' }] })
  for (const row of [head, [name], [area], [charge], [companies], [other], ...more.map((label) => [label])])
    sheet.addRow(row)
  sheet.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
  sheet.getCell('A12').value = 'm²'
  sheet.getCell('B12').value = { formula: 'B3*10000', result: 0 }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Chooses a site by its name, by the keyboard alone. */
async function chooseSite(page: Page, language: Language, typed: string) {
  const box = page.getByRole('combobox', { name: wordsOf(language)('requests.sites.add') })
  await box.focus()
  await page.keyboard.type(typed)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
}

const send = async (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer })

for (const language of LANGUAGES)
  test(`an officer fills a consultant's workbook: ${language}`, async ({ page }) => {
    await page.setViewportSize(DESK)
    const words = wordsOf(language)
    const labels = LABELS[language]
    await new Console(page, language).enter('officer@demo', '/agency/requests')
    await expect(page.getByRole('heading', { level: 1, name: words('requests.title') })).toBeVisible()

    // Nothing is sent before a site is chosen.
    await page.locator('.drop-area .btn').click()
    await expect(page.getByRole('alert')).toHaveText(words('requests.sites.missing'))
    await chooseSite(page, language, 'fes sh')
    await expect(page).toHaveURL(/sites=fes-shore/)
    expect(await violations(page)).toEqual([])
    await send(page, `rfi-${language}.xlsx`, await aQuestionnaire(language))
    await expect(page).toHaveURL(/\/agency\/requests\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`rfi-${language}.xlsx`)

    // The figures of the page are those of the API, with their grade.
    const fes = (await (await page.request.get('/ogc/collections/zones/items/fes-shore?f=json')).json()).properties
    const line = (label: string) => page.locator('.rfi-question', { hasText: label })
    await expect(line(labels.area).locator('.rfi-answer')).toContainText(String(fes.areaHa))
    const coverage = page.locator('.rfi-coverage')
    await expect(coverage).toContainText('40')
    await line(labels.area).locator('.mark').click()
    await expect(line(labels.area).locator('.source')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })

    // What can be read in two ways is a choice; made by the keyboard, it is filled.
    const change = line(labels.charge).locator('[aria-expanded].link')
    await change.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(line(labels.charge).locator('.rfi-answer.is-filled')).toBeVisible()
    await expect(coverage).toContainText('60')
    // Any other field by a word of its name.
    await change.click()
    await page.getByRole('combobox', { name: words('requests.change.search') }).fill('hectar')
    await expect(page.getByText(words('requests.change.none'))).toBeVisible()
    await page.keyboard.press('Escape')
    await change.click()

    // What is missing is asked of somebody, and answered for this workbook.
    const gap = page.locator('.rfi-gaps > li', { hasText: labels.companies })
    await gap.getByRole('combobox').selectOption({ label: await ownerNamed(page, language, 'ewane') })
    await gap.getByRole('button', { name: words('requests.gaps.assign'), exact: true }).click()
    await gap.locator('.rfi-task').getByRole('textbox').fill('38')
    await gap.getByRole('button', { name: words('requests.gaps.save') }).click()
    await expect(line(labels.companies).locator('.rfi-answer.is-declared')).toContainText('38')
    await expect(coverage).toContainText('80')

    // The filter lies in the address, which alone leads back to the page.
    await page
      .locator('.rfi-states')
      .getByRole('button', { name: words('requests.state.unmatched') })
      .click()
    await expect(page.locator('.rfi-question')).toHaveCount(1)
    await page.reload()
    await expect(page.locator('.rfi-question')).toContainText(labels.other)

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words('requests.download') }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`rfi-${language}.xlsx`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.read(await file.createReadStream())
    const sheet = workbook.getWorksheet('RFI')
    const key = { fr: 'nameFr', ar: 'nameAr', en: 'nameEn' }[language]
    expect(['B2', 'B3', 'B5', 'B6'].map((cell) => sheet?.getCell(cell).value)).toEqual([fes[key], fes.areaHa, 38, null])
    expect(sheet?.getCell('B12').formula).toBe('B3*10000')
    expect(workbook.worksheets).toHaveLength(2)
  })

/** The name of an organisation as the page has it. */
async function ownerNamed(page: Page, language: Language, id: string): Promise<string> {
  const { organisations } = await (await page.request.get('/api/organisations')).json()
  return organisations.find((one: { id: string }) => one.id === id).name[language]
}

test('on a phone, from right to left, a file that is none is refused in words, and nothing overflows', async ({
  page,
  guard,
}) => {
  guard.expectConsole(/^Failed to load resource: /)
  await page.setViewportSize(PHONE)
  const words = wordsOf('ar')
  // For an enquiry that was erased meanwhile: it says so, and can be sent without.
  await new Console(page, 'ar').enter('officer@demo', '/agency/requests')
  await page.goto('/agency/requests?enquiry=00000000-0000-4000-8000-000000000000&lang=ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await chooseSite(page, 'ar', 'كازا')
  await send(page, 'x.xlsx', await aQuestionnaire('ar'))
  await expect(page.getByRole('alert')).toHaveText(words('requests.problem.enquiry'))
  await page.getByRole('button', { name: words('requests.start.untie') }).click()
  await send(page, 'x.xlsm', await aQuestionnaire('ar'))
  await expect(page.getByRole('alert')).toHaveText(words('requests.problem.macros'))
  await send(page, 'x.xlsx', Buffer.from('PK'))
  await expect(page.getByRole('alert')).toHaveText(words('requests.problem.broken'))
  // A list of a dozen measures is as long as a paragraph.
  await send(page, 'استمارة.xlsx', await aQuestionnaire('ar', ['التحفيزات', 'أهم المستأجرين']))
  await expect(page.locator('.rfi-question').first()).toBeVisible()
  expect(plain((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')).toBe('استمارة.xlsx')
  expect([await sideways(page), await clippedControls(page), await violations(page)]).toEqual([[], [], []])

  await page.getByRole('button', { name: words('requests.drop.label') }).click()
  await page.getByRole('button', { name: words('requests.drop.yes') }).click()
  await expect(page).toHaveURL(/\/agency\/requests\?/)
  await page.goto('/agency/requests/00000000-0000-4000-8000-000000000000?lang=ar')
  await expect(page.getByRole('alert')).toHaveText(words('requests.problem.unknown'))
})
