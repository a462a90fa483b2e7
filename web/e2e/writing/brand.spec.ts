import type { Locator, Page } from '@playwright/test'
import { violations } from '../support/axe.ts'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, plain, wordsOf } from '../support/languages.ts'
import { launchWith, WITHOUT_MAP } from '../support/launch.ts'
import { clippedControls, rawKeys, sideways, textSize } from '../support/layout.ts'
import { colleague, signInAs } from '../support/manager.ts'

// One organisation, one brand: its tests go one after the other.
test.describe.configure({ mode: 'serial' })
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

const REFUSED_ANSWER = /^Failed to load resource: /
const LOGO = '<path d="M0 20 20 0l20 20z" fill="#12337a"/>'
const svg = (inner: string) => ({
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${inner}</svg>`),
})

/** Goes on by the tabulator until the focus is where it is wanted. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the tabulator does not lead there')
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}

/** Goes back to the head of the page, from where the tabulator begins anew. */
const fromTheTop = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

for (const language of LANGUAGES) {
  const words = wordsOf(language)
  const name = { fr: 'Agence de Fès', ar: 'وكالة فاس', en: 'Agency of Fez' }[language]

  test(`J7.6: an officer sets the brand by keyboard in ${language}, and colours that do not read are moved or refused`, async ({
    page,
    guard,
  }) => {
    guard.expectConsole(REFUSED_ANSWER)
    await signInAs(page.request, 'officer')
    await page.goto(`/agency/brand?lang=${language}`)
    const [primary, accent] = [page.locator('input[name=primary]'), page.locator('input[name=accent]')]
    const preview = page.getByRole('figure', { name: words('brand.preview.title') })
    const save = page.getByRole('button', { name: words('brand.save'), exact: true })
    await expect(page.getByText(words('brand.demo', { hours: '24' }))).toBeVisible()

    await typeInto(page, page.locator(`input[name="names.${language}"]`), name)
    await expect(preview.locator('.brand-strip b')).toHaveText(name)

    // Signal yellow: told as it is, shown as it would be, and taken or not before it is sent.
    await typeInto(page, primary, '#ffcc00')
    const told = page.locator('.brand-field', { has: primary }).locator('.brand-reads')
    await expect.poll(async () => plain((await told.textContent()) ?? '')).toMatch(/1[.,]4:1.*#8e7000/)
    await expect(preview.locator('.brand-disc').first()).toHaveCSS('background-color', 'rgb(142, 112, 0)')
    await tabTo(page, page.locator('.brand-take').first())
    await page.keyboard.press('Enter')
    await expect(primary).toHaveValue('#8e7000')
    await expect(primary).toBeFocused()

    // Pale yellow: refused here, and by the server to whoever asks it.
    await typeInto(page, accent, '#fff59d')
    await page.keyboard.press('Enter')
    await expect(accent).toHaveAttribute('aria-invalid', 'true')
    await expect(accent).toBeFocused()
    const said = await page.locator('.brand-field', { has: accent }).locator('.brand-fault').textContent()
    expect(plain(said ?? '')).toContain('#7f7515')
    await typeInto(page, accent, '#12337A')

    // An address of the web that is none is told beside its field.
    const web = page.locator('input[name="contact.web"]')
    await typeInto(page, web, 'javascript:alert(1)')
    await tabTo(page, save)
    await page.keyboard.press('Enter')
    await expect(web).toBeFocused()
    await expect(page.getByText(words('brand.fault.form'))).toBeVisible()
    await typeInto(page, web, 'cri-fes.ma')
    await tabTo(page, save)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: words('brand.saved') })).toBeVisible()
    await expect(web).toHaveValue('https://cri-fes.ma')

    // The mark: a drawing with letters is told why it is not taken, one of outlines is drawn.
    let drawing = ''
    // One listener for both: the browser’s own dialog would open between two.
    page.on('filechooser', (chooser) => void chooser.setFiles(svg(drawing)))
    const send = async (inner: string) => {
      drawing = inner
      await tabTo(page, marks.locator('.btn'))
      await page.keyboard.press('Enter')
    }
    const marks = page.getByRole('region', { name: words('brand.mark'), exact: true })
    await send('<text>CRI</text>')
    await expect(marks.getByRole('alert')).toHaveText(words('brand.problem.element.text'))
    await send(LOGO)
    await expect(marks.getByText(words('brand.step.sent'))).toBeVisible()
    await expect(marks.getByRole('img')).toHaveCount(2)
    const drawn = await marks
      .getByRole('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
    expect(drawn).toBe(1200)
    await expect(preview.locator('img')).toBeVisible()

    await page.reload()
    await expect(primary).toHaveValue('#8e7000')
    await expect(accent).toHaveValue('#12337a')
    await expect(page.locator(`input[name="names.${language}"]`)).toHaveValue(name)

    await fromTheTop(page)
    await tabTo(page, marks.getByRole('button', { name: words('brand.remove') }))
    await page.keyboard.press('Enter')
    await expect(marks.getByText(words('brand.step.removed'))).toBeVisible()
    await expect(marks.getByRole('img')).toHaveCount(0)
  })

  test(`what two officers set at once is shown side by side in ${language}, and nothing typed is lost`, async ({
    page,
    playwright,
    baseURL,
    guard,
  }) => {
    guard.expectConsole(REFUSED_ANSWER)
    await signInAs(page.request, 'officer')
    await page.goto(`/agency/brand?lang=${language}`)
    const [address, phone] = [
      page.locator('input[name="contact.address"]'),
      page.locator('input[name="contact.phone"]'),
    ]
    await address.fill(`Rue ${language}`)

    const other = await colleague(playwright, baseURL)
    await signInAs(other, 'officer')
    const seen = await other.get('/api/brand')
    const { markId: _, ...body } = ((await seen.json()) as { brand: { markId: unknown; contact: object } }).brand
    const theirs = { ...body, contact: { ...body.contact, address: 'Avenue Hassan II' } }
    const set = await other.put('/api/brand', { data: theirs, headers: { 'if-match': seen.headers().etag ?? '' } })
    expect(set.ok()).toBe(true)
    await other.dispose()

    await page.getByRole('button', { name: words('brand.save'), exact: true }).click()
    const conflict = page.getByRole('alert').filter({ hasText: words('brand.conflict.title') })
    await expect(conflict.getByRole('row')).toHaveCount(2)
    expect(plain((await conflict.getByRole('row').nth(1).textContent()) ?? '')).toContain('Avenue Hassan II')
    await expect(address).toHaveValue(`Rue ${language}`)
    expect(await violations(page)).toEqual([])
    // One may go on typing, and then have one’s own.
    await phone.fill('+212 535 65 20 57')
    await conflict.getByRole('button', { name: words('brand.conflict.keepMine') }).click()
    await expect(page.getByRole('status').filter({ hasText: words('brand.saved') })).toBeVisible()
    await page.reload()
    await expect(address).toHaveValue(`Rue ${language}`)
    await expect(phone).toHaveValue('+212 535 65 20 57')
  })

  test(`the page of the brand holds on a phone and a desk, in light and dark, in ${language}`, async ({ page }) => {
    await signInAs(page.request, 'officer')
    await page.setViewportSize(PHONE)
    await page.goto(`/agency/brand?lang=${language}`)
    await page.locator('input[name=primary]').fill('#ffcc00')
    await page.locator('input[name=accent]').fill('#fff59d')
    await page.evaluate(() => document.fonts.ready)
    expect(await rawKeys(page, ['brand', 'common', 'console'])).toEqual([])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
    expect([await sideways(page), await clippedControls(page)]).toEqual([[], []])
    await textSize(page, 200)
    expect([await sideways(page), await clippedControls(page)]).toEqual([[], []])
    await textSize(page, 100)
    await page.setViewportSize(DESK)
    expect([await sideways(page), await clippedControls(page)]).toEqual([[], []])
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr')
  })
}

test('an organisation’s brand is no page of those who keep its buildings', async ({ page, guard }) => {
  guard.expectConsole(REFUSED_ANSWER)
  await signInAs(page.request, 'manager', 'casanearshore')
  await page.goto('/agency/brand?lang=fr')
  await expect(page.getByText(wordsOf('fr')('brand.noRight'))).toBeVisible()
})
