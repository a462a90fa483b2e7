import ExcelJS from 'exceljs'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, type Language, plain, wordsOf } from '../support/languages.ts'
import { letterTo } from '../support/letters.ts'
import { faultsOf } from '../support/look.ts'
import { colleague, signInAs } from '../support/manager.ts'

const REFUSED = /^Failed to load resource: .*4\d\d/
const QUESTIONS = {
  fr: 'Nous cherchons 120 sièges à Fès dès septembre. Peut-on visiter ?',
  ar: 'نبحث عن 120 مقعدا في فاس. هل يمكن زيارة الموقع؟',
  en: 'We look for 120 seats in Fez. Can we visit the site?',
} as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SITE_NAME = { fr: 'Nom du site', ar: 'اسم الموقع', en: 'Site name' } as const

/** A consultant’s workbook: what the site is called, and what no catalogue knows. */
async function twoQuestions(language: Language): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('RFI', { views: [{ rightToLeft: language === 'ar' }] })
  for (const row of [['Question', 'Response'], [SITE_NAME[language]], ['LEED certification']]) sheet.addRow(row)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const NAMES = { fr: 'Hélène Martin', ar: 'سعاد بناني', en: 'James Walker' } as const

for (const language of LANGUAGES) {
  test(`is asked by keyboard on the page of a zone, acknowledged, and answered: ${language}`, async ({
    page,
    baseURL,
    guard,
  }) => {
    guard.expectConsole(REFUSED)
    const t = wordsOf(language)
    const email = `asker.${language}@firm.example`
    await page.setViewportSize(DESK)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`/zones/fes-shore?seats=120&lang=${language}`)
    const ask = page.getByRole('button', { name: t('common.ask') })
    await ask.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: t('enquiry.title') })
    await expect(dialog.getByText(plain(t('enquiry.demo', { hours: 24 })).slice(0, 40))).toBeVisible()
    await expect(dialog.getByRole('list', { name: t('enquiry.context.label') }).getByRole('listitem')).toHaveCount(2)

    // Nothing goes without a question, a name, an address and consent; each is asked for beside its field.
    const field = (key: string) => dialog.getByLabel(t(`enquiry.${key}`), { exact: true })
    await field('company').focus()
    await page.keyboard.press('Enter')
    await expect(field('message')).toBeFocused()
    await expect(field('message')).toHaveAccessibleDescription(t('enquiry.fault.message'))
    await expect(dialog.getByRole('checkbox')).toHaveAccessibleDescription(t('enquiry.fault.consent'))
    await expect(dialog.getByRole('checkbox')).not.toBeChecked()
    expect(await faultsOf(page)).toEqual([])

    await page.keyboard.type(QUESTIONS[language])
    await page.keyboard.press('Tab')
    await page.keyboard.type(NAMES[language])
    await page.keyboard.press('Tab')
    await page.keyboard.type(email)

    // Closed and reloaded: what was typed is still there.
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(ask).toBeFocused()
    await page.reload()
    await ask.focus()
    await page.keyboard.press('Enter')
    await expect(field('message')).toHaveValue(QUESTIONS[language])
    await expect(field('name')).toHaveValue(NAMES[language])

    // The notice is said in place, before the consent: who, why, how long, rights; what nobody gave is not made up.
    await dialog.getByText(t('enquiry.notice.title')).focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(t('enquiry.notice.purpose'))).toBeVisible()
    await expect(dialog.getByText(t('enquiry.notice.missing'))).toHaveCount(3)
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const received = dialog.getByRole('region', { name: t('enquiry.received.title') })
    await expect(received).toBeVisible()
    await expect(received.getByRole('heading')).toBeFocused()
    const reference = /TVL-[0-9A-Z]{8}/.exec((await received.textContent()) ?? '')?.[0] ?? ''
    expect(reference).not.toBe('')
    expect(await faultsOf(page)).toEqual([])

    // In the asker’s language, with the reference, and nothing of what was typed.
    const letter = await letterTo(email, baseURL, reference)
    expect(letter).toContain(`lang="${language}"`)
    expect(letter).not.toContain(QUESTIONS[language])

    // The officer of the region reads it on a phone, sees why it is there, takes it and answers.
    await signInAs(page.request, 'officer')
    await page.setViewportSize(PHONE)
    await page.goto(`/agency/enquiries?lang=${language}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('enquiries.title'))
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: NAMES[language] }).click()
    await expect(page.getByText(QUESTIONS[language])).toBeVisible()
    await expect(page.getByRole('region', { name: t('enquiries.routing.title') })).toContainText(/CRI|المركز الجهوي/)
    await expect(page.getByRole('link', { name: t('enquiries.facts.openNeed') })).toHaveAttribute(
      'href',
      /^\/\?seats=120/,
    )
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: t('enquiries.assign.me') }).click()
    await expect(page.getByLabel(t('enquiries.assign.label'))).not.toHaveValue('')
    const note = page.getByLabel(t('enquiries.note.label'))
    await note.fill('Rappeler mardi')
    await page.reload()
    await expect(note).toHaveValue('Rappeler mardi')
    await page.getByRole('button', { name: t('enquiries.note.add') }).click()
    const history = page.getByRole('region', { name: t('enquiries.history.title') })
    await expect(history.getByText('Rappeler mardi')).toBeVisible()
    await expect(note).toHaveValue('')
    // It is answered with what was asked for: a shortlist that names nobody, and finds its way back.
    await page.getByRole('button', { name: t('enquiries.answers.shortlist') }).click()
    await page.waitForURL(/\/agency\/shortlists\//)
    await expect(page.getByLabel(t('shortlist.titleLabel'))).toHaveValue(reference)
    await expect(page.locator('.shortlist-line')).toHaveCount(1)
    await page.goBack()
    const answers = page.getByRole('region', { name: t('enquiries.answers.title') })
    await expect(answers.getByRole('link', { name: reference })).toBeVisible()
    await answers.getByRole('link', { name: t('enquiries.answers.request') }).click()
    await expect(page.getByRole('link', { name: new RegExp(reference) })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    // Of its two questions one is known: the enquiry says how much its questionnaire answers, and each leads to the other.
    const asked = { name: 'rfi.xlsx', mimeType: XLSX, buffer: await twoQuestions(language) }
    await page.locator('input[type=file]').setInputFiles(asked)
    await expect(page).toHaveURL(/\/agency\/requests\/[0-9a-f-]{36}/)
    await page.getByRole('link', { name: new RegExp(reference) }).click()
    const filled = answers.getByRole('listitem').filter({ hasText: 'rfi.xlsx' })
    await expect(filled).toContainText(/50/)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: t('enquiries.step.answered') }).click()
    await expect(history.getByRole('listitem').first()).toContainText(t('enquiries.status.answered'))
    await expect(history.getByRole('listitem')).toHaveCount(4)
    await page.setViewportSize(DESK)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await faultsOf(page)).toEqual([])

    // Answered and counted; then the person asks to be forgotten.
    await page.goto(`/agency/enquiries/report?lang=${language}`)
    await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel(t('enquiries.person.email')).fill(email)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: t('enquiries.person.export') }).click()
    const file = await (await download).createReadStream()
    let text = ''
    for await (const part of file) text += String(part)
    expect(JSON.parse(text).enquiries).toMatchObject([{ reference, message: QUESTIONS[language] }])
    await page.getByRole('button', { name: t('enquiries.person.erase') }).click()
    await page.getByRole('button', { name: t('enquiries.person.yes'), exact: true }).click()
    await expect(page.getByText(plain(t('enquiries.person.erased', { count: 1 })))).toBeVisible()
    await page.goto(`/agency/enquiries?show=all&lang=${language}`)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByRole('link', { name: NAMES[language] })).toHaveCount(0)
  })
}

test('closes with the page it was asked on, and keeps what was typed in another language', async ({ page }) => {
  const [en, ar] = [wordsOf('en'), wordsOf('ar')]
  await page.setViewportSize(DESK)
  await page.goto('/?lang=en')
  await page.getByRole('link', { name: 'Fès Shore' }).first().click()
  await page.getByRole('button', { name: en('common.ask') }).click()
  const dialog = page.getByRole('dialog', { name: en('enquiry.title') })
  await dialog.getByLabel(en('enquiry.message')).fill('Kept over pages and languages')
  await page.goBack()
  await expect(page).toHaveURL(/\/\?lang=en/)
  await expect(dialog).toHaveCount(0)
  await page.goto('/enquiry?lang=en')
  await expect(page.getByLabel(en('enquiry.message'))).toHaveValue('Kept over pages and languages')
  await page.getByRole('checkbox').check()
  await page
    .getByRole('navigation', { name: en('common.languages') })
    .getByRole('link', { name: 'العربية' })
    .click()
  await expect(page.getByLabel(ar('enquiry.message'))).toHaveValue('Kept over pages and languages')
})

test('stays as typed without a network, and goes when there is one again', async ({ page, context, guard }) => {
  guard.expectConsole(/^Failed to load resource/)
  const t = wordsOf('en')
  await page.setViewportSize(PHONE)
  await page.goto('/enquiry?sites=casanearshore&lang=en')
  await page.getByLabel(t('enquiry.message')).fill('Could you call me back about Casanearshore?')
  await page.getByLabel(t('enquiry.name'), { exact: true }).fill('Offline Person')
  await page.getByLabel(t('enquiry.email')).fill('offline@firm.example')
  await page.getByRole('checkbox').check()
  await context.setOffline(true)
  await page.getByRole('button', { name: t('enquiry.send') }).click()
  await expect(page.getByRole('alert')).toContainText(t('enquiry.problem.offline'))
  await expect(page.getByLabel(t('enquiry.message'))).toHaveValue('Could you call me back about Casanearshore?')
  expect(await faultsOf(page)).toEqual([])
  await context.setOffline(false)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: t('enquiry.send') }).click()
  await expect(page.getByRole('heading', { name: t('enquiry.received.title') })).toBeVisible()
})

test('tells the second of two officers what the first did', async ({ page, playwright, baseURL, guard }) => {
  guard.expectConsole(REFUSED)
  const t = wordsOf('en')
  await page.goto('/enquiry?sites=fes-shore&lang=en')
  await page.getByLabel(t('enquiry.message')).fill('Is there room for forty people near Fez?')
  await page.getByLabel(t('enquiry.name'), { exact: true }).fill('Raced Person')
  await page.getByLabel(t('enquiry.email')).fill('raced@firm.example')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: t('enquiry.send') }).click()
  await expect(page.getByRole('heading', { name: t('enquiry.received.title') })).toBeVisible()
  await signInAs(page.request, 'officer')
  await page.goto('/agency/enquiries?lang=en')
  await page.getByRole('link', { name: 'Raced Person' }).click()
  await expect(page.getByRole('button', { name: t('enquiries.step.answered') })).toBeVisible()

  const other = await colleague(playwright, baseURL)
  await signInAs(other, 'administrator')
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const { revision } = (await (await other.get(`/api/enquiries/${id}`)).json()) as { revision: number }
  const taken = await other.patch(`/api/enquiries/${id}`, { data: { revision, status: 'closed', reason: 'duplicate' } })
  expect(taken.status()).toBe(200)

  await page.getByRole('button', { name: t('enquiries.step.answered') }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Amina')
  await expect(alert).toContainText(t('enquiries.changed.yours', { what: t('enquiries.status.answered') }))
  await expect(page.getByRole('button', { name: t('enquiries.step.reopen') })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
