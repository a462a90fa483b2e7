import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { NO_SHORTLIST, siteLine } from '@tvl/model'
import { violations } from '../support/axe.ts'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { LANGUAGES, type Language, plain, wordsOf } from '../support/languages.ts'
import { launchWith, WITHOUT_MAP } from '../support/launch.ts'
import { clippedControls, rawKeys, sideways } from '../support/layout.ts'
import { changeOffice, colleague, signInAs } from '../support/manager.ts'
import { Zone } from '../support/zone.ts'

// Zones whose units no other file changes; its tests change one of them in turn.
test.describe.configure({ mode: 'serial' })
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

const NEED = 'seats=300&by=2027-09-01&speaks=fr'
const NAMESPACES = ['common', 'dossier', 'shortlist', 'share', 'provenance']
const REFUSED = /^Failed to load resource: /

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** Adds a zone by typing a part of its name, as one would without a mouse. */
async function add(page: Page, language: Language, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: wordsOf(language)('shortlist.add.label') })
  const before = await page.locator('.shortlist-line').count()
  await field.focus()
  await page.keyboard.insertText(typed)
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.shortlist-line')).toHaveCount(before + 1)
}

/** What a reader without an account sees of a link. */
async function reader(browser: Browser, url: string, size = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport: size, timezoneId: 'Africa/Casablanca' })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function administrator(playwright: Parameters<typeof colleague>[0], baseURL: string | undefined) {
  const admin = await colleague(playwright, baseURL)
  await signInAs(admin, 'administrator')
  return admin
}

/** Seats of one unit, one more each time: a change for certain. */
async function oneMoreSeat(admin: APIRequestContext, id: string): Promise<[number, number]> {
  const answer = await admin.get(`/ogc/collections/offices/items/${id}?f=json`)
  const { properties } = (await answer.json()) as { properties: { seats: number } }
  await changeOffice(admin, id, { seats: properties.seats + 1 })
  return [properties.seats, properties.seats + 1]
}

for (const language of LANGUAGES) {
  const words = wordsOf(language)

  test(`J7: need, sites, notes, freeze, three links, the diff, and the end of one, in ${language}`, async ({
    page,
    browser,
    playwright,
    baseURL,
    guard,
  }) => {
    guard.expectConsole(REFUSED)
    const started = Date.now()
    await signInAs(page.request, 'officer')
    await page.goto(`/shortlist?${NEED}&lang=${language}`)
    await page.evaluate(() => document.fonts.ready)
    for (const typed of ['Technopolis', 'Oujda', 'وجدة تكنوبارك', 'Agadir', 'Tanger'].slice(0, 2))
      await add(page, language, typed)
    await add(page, language, 'Agadir')
    await page.getByRole('button', { name: words('shortlist.need.take') }).click()
    await page.getByRole('button', { name: words('shortlist.keep') }).click()
    await page.waitForURL(/\/agency\/shortlists\//)
    await settled(page)
    const title = { fr: 'Trois sites', ar: 'ثلاثة مواقع', en: 'Three sites' }[language]
    await page.getByLabel(words('shortlist.titleLabel')).fill(title)
    for (const [other, text] of [
      ['Français', 'Près de la gare.'],
      ['العربية', 'قريب من المحطة.'],
    ] as const) {
      const lines = page.locator('.shortlist-line').first()
      await lines.getByText(words('shortlist.notes.add', { language: other })).click()
      await lines.getByLabel(words('shortlist.notes.label', { language: other })).fill(text)
    }
    const saved = page.getByText(words('shortlist.save.saved'))
    await expect(saved).toBeVisible()
    await expect(page.locator('.shortlist-preview').getByText(words('dossier.order.neutral'))).toBeVisible()

    // A manual order is marked as the agency’s own.
    await page.locator('.shortlist-line').nth(1).getByRole('button').first().click()
    await expect(page.locator('.shortlist-preview').getByText(words('dossier.order.agency'))).toBeVisible()
    await expect(saved).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await rawKeys(page, NAMESPACES)).toEqual([])

    await page.getByRole('button', { name: words('shortlist.freeze.make'), exact: true }).click()
    const urls: string[] = []
    for (const name of ['Martin', 'السيدة أمينة', 'Smith']) {
      await page.getByLabel(words('shortlist.link.recipient')).fill(name)
      await page.getByRole('button', { name: words('shortlist.link.make'), exact: true }).click()
      const made = page.locator('.shortlist-made input')
      await expect(page.locator('.shortlist-made')).toContainText(plain(name))
      urls.push(await made.inputValue())
    }
    expect(new Set(urls).size).toBe(3)
    // From need to sent dossier, without the time a person takes to think.
    expect(Date.now() - started).toBeLessThan(5 * 60_000)

    const [first, second] = [urls[0] ?? '', urls[1] ?? '']
    const seen = await reader(browser, first)
    await expect(seen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(seen.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await expect(seen.getByText(words('dossier.difference.none'))).toBeVisible()
    await expect(seen.locator('.dossier-illustrative')).toBeVisible()
    const note = language === 'ar' ? 'قريب من المحطة.' : 'Près de la gare.'
    await expect(seen.locator('.dossier-notes').getByText(note)).toBeVisible()
    const table = await seen.locator('.dossier-table').first().textContent()
    expect(await violations(seen)).toEqual([])
    expect(await rawKeys(seen, NAMESPACES)).toEqual([])
    await seen.setViewportSize(PHONE)
    expect(await sideways(seen)).toEqual([])
    expect(await clippedControls(seen)).toEqual([])

    // A unit of the frozen block changes: the figures stay, and the banner says what, from what to what.
    const text = (await (
      await seen.request.post(`${new URL(first).origin}/api/shares/${first.split('/').at(-1)}/open`, {
        data: {},
        headers: { origin: new URL(first).origin },
      })
    ).json()) as { text: string }
    const frozen = JSON.parse(text.text) as { sites: { zone: { id: string }; units: { id: string }[] }[] }
    const unit = frozen.sites.find(({ zone }) => zone.id === 'technopolis-rabat')?.units[0]?.id ?? ''
    const admin = await administrator(playwright, baseURL)
    const [was, is] = await oneMoreSeat(admin, unit)
    await seen.setViewportSize(DESK)
    await seen.reload()
    const banner = seen.locator('.dossier-banner')
    await banner.locator('summary').focus()
    await seen.keyboard.press('Enter')
    const change = words('dossier.difference.change', { before: String(was), after: String(is) })
    await expect.poll(async () => plain((await banner.textContent()) ?? '')).toContain(plain(change))
    expect(await seen.locator('.dossier-table').first().textContent()).toBe(table)

    // The first link is withdrawn while it is read: it leaves the screen, and the second lives.
    const links = page.locator('.shortlist-links > li').filter({ hasText: 'Martin' }).first()
    await links.getByRole('button').click()
    await links.getByRole('button', { name: words('shortlist.links.yes'), exact: true }).click()
    const gone = words('share.closed.share.revoked.title')
    await expect(seen.getByRole('heading', { name: gone })).toBeVisible({ timeout: 5_500 })
    const answer = await seen.request.get(first)
    expect(answer.status()).toBe(410)
    expect(answer.headers()['referrer-policy']).toBe('no-referrer')
    const other = await reader(browser, second, PHONE)
    await expect(other.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await seen.context().close()
    await other.context().close()
  })
}

test('what two officers write at once is merged, and asked where both changed one thing', async ({
  page,
  playwright,
  baseURL,
  guard,
}) => {
  guard.expectConsole(REFUSED)
  const words = wordsOf('fr')
  await signInAs(page.request, 'officer')
  await page.goto('/agency?lang=fr')
  await page.getByRole('button', { name: words('shortlist.list.make') }).click()
  await page.waitForURL(/\/agency\/shortlists\//)
  await settled(page)
  await add(page, 'fr', 'Technopolis')
  const saved = page.getByText(words('shortlist.save.saved'))
  await expect(saved).toBeVisible()
  const path = `/api/shortlists/${new URL(page.url()).pathname.split('/').at(-1)}`
  const other = await colleague(playwright, baseURL)
  await signInAs(other, 'officer')
  const write = async (title: string) => {
    const { revision, content } = await (await other.get(path)).json()
    const answer = await other.put(path, { data: { base: revision, content: { ...content, title } } })
    expect(answer.ok()).toBe(true)
  }
  // Something else: it comes in by itself.
  await write('Leur titre')
  await add(page, 'fr', 'Oujda')
  await expect(page.getByLabel(words('shortlist.titleLabel'))).toHaveValue('Leur titre')
  await expect(saved).toBeVisible()
  // The same thing: both sides are shown, and nothing is written before one has chosen.
  await write('Leur second titre')
  await page.getByLabel(words('shortlist.titleLabel')).fill('Mon titre')
  const asked = page.locator('.shortlist-conflict')
  await expect(asked).toContainText('Leur second titre')
  await asked.getByRole('radio', { name: /Mon titre/ }).check()
  await asked.getByRole('button', { name: words('shortlist.conflict.settle') }).click()
  await expect(saved).toBeVisible()
  const { content } = await (await other.get(path)).json()
  expect(content).toMatchObject({ title: 'Mon titre', sites: { length: 2 } })
  // Who leaves at once has written it all the same, by a link or for good.
  const titleNow = async () => (await (await other.get(path)).json()).content.title
  await page.getByLabel(words('shortlist.titleLabel')).fill('Écrit en partant')
  await page.getByRole('link', { name: words('console.page.alerts') }).click()
  await expect.poll(titleNow).toBe('Écrit en partant')
  await page.goBack()
  await page.getByLabel(words('shortlist.titleLabel')).fill('Écrit en fermant')
  await page.goto('about:blank')
  await expect.poll(titleNow).toBe('Écrit en fermant')
})

test('without an account the shortlist stays here, goes along as a file, and is shared as a cipher alone', async ({
  page,
  browser,
  guard,
}) => {
  guard.expectConsole(REFUSED)
  const words = wordsOf('en')
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`/shortlist?${NEED}&lang=en`)
  await add(page, 'en', 'Technopolis')
  await page.getByLabel(words('shortlist.titleLabel')).fill('Project Falcon')
  await page.locator('.shortlist-options summary').click()
  await page.getByLabel(words('shortlist.options.termMonths')).fill('37')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: words('shortlist.file.save') }).click()
  const file = await (await download).path()
  await page.reload()
  await expect(page.getByLabel(words('shortlist.titleLabel'))).toHaveValue('Project Falcon')
  await page.getByRole('button', { name: words('shortlist.clear') }).click()
  await expect(page.locator('.shortlist-line')).toHaveCount(0)
  await page.getByRole('button', { name: words('shortlist.undo') }).click()
  await expect(page.locator('.shortlist-line')).toHaveCount(1)
  await page.getByRole('button', { name: words('shortlist.clear') }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.locator('.shortlist-line')).toHaveCount(1)

  await page.getByRole('button', { name: words('shortlist.private.make') }).click()
  const url = await page.locator('.shortlist-private input').inputValue()
  const key = url.split('#')[1] ?? ''
  expect(key).toHaveLength(43)
  expect(sent.filter((line) => line.includes('Falcon') || line.includes(key))).toEqual([])
  const seen = await reader(browser, url)
  await expect(seen.getByRole('heading', { level: 1, name: 'Project Falcon' })).toBeVisible()
  await expect(seen.getByText('37 months', { exact: false }).first()).toBeVisible()
  // The key stays with the address when the reader changes the language.
  await seen
    .getByRole('button', { name: 'FR' })
    .or(seen.getByRole('link', { name: 'FR' }))
    .first()
    .click()
  expect(new URL(seen.url()).hash).toBe(`#${key}`)
  const wrong = await reader(browser, url.replace(/#.*/, `#${'A'.repeat(43)}`))
  await expect(wrong.getByRole('heading', { level: 1 })).toHaveText(/./)
  await expect(wrong.getByRole('alert')).toContainText(wordsOf('en')('share.wrongKey.text'))
  await page.getByRole('button', { name: words('shortlist.private.end') }).click()
  await expect(page.getByText(words('shortlist.private.ended'))).toBeVisible()
  await seen.reload()
  await expect(seen.getByRole('alert')).toBeVisible()
  await seen.context().close()
  await wrong.context().close()
})

test('a change of a frozen unit is told once, with what it costs, on the page, in a feed and to who has the link', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signInAs(page.request, 'officer')
  const headers = { origin: baseURL ?? '' }
  const items = await page.request.get('/ogc/collections/offices/items?f=json&zoneId=technopolis-rabat&limit=1')
  const [unit] = ((await items.json()) as { features: { id: string; properties: { seats: number } }[] }).features
  if (!unit) throw new Error('no unit')
  const id = randomUUID()
  const content = { ...NO_SHORTLIST, title: 'Atlas', sites: [siteLine(randomUUID(), 'technopolis-rabat', [unit.id])] }
  await page.request.put(`/api/shortlists/${id}`, { headers, data: { base: null, content } })
  const freeze = await (
    await page.request.post(`/api/shortlists/${id}/freezes`, { headers, data: { revision: 1 } })
  ).json()
  const link = { kind: 'public', language: 'fr', expiresAt: '2027-06-01T00:00:00Z' }
  const { token } = await (await page.request.post(`/api/freezes/${freeze.id}/links`, { headers, data: link })).json()
  const admin = await administrator(playwright, baseURL)
  await changeOffice(admin, unit.id, { seats: unit.properties.seats + 40 })

  const words = wordsOf('fr')
  await page.goto('/agency/alerts?lang=fr')
  const entry = page.locator('.alerts-entry', { hasText: 'Atlas' })
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText(
    plain(words('alerts.seats', { before: unit.properties.seats, after: unit.properties.seats + 40 })),
  )
  await expect(entry).toContainText(words('alerts.new'))
  // Beyond one’s own threshold it is silent; the threshold is one’s own and stays.
  for (const name of ['points', 'costPct', 'seatsPct', 'days']) {
    await page.getByLabel(words(`alerts.settings.${name}`)).fill('100')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(words('alerts.settings.saved'))).toBeVisible()
  await expect(entry).toHaveCount(0)
  await page.getByLabel(words('alerts.settings.points')).fill('beaucoup')
  await page.getByRole('button', { name: words('alerts.settings.save') }).click()
  await expect(page.getByLabel(words('alerts.settings.points'))).toBeFocused()
  await page.getByLabel(words('alerts.settings.points')).fill('0,5')
  await page.getByRole('button', { name: words('alerts.settings.save') }).click()
  // A reload takes along what is still under way.
  await expect(page.getByText(words('alerts.settings.saved'))).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(words('alerts.settings.points'))).toHaveValue('0.5')

  await page.getByRole('button', { name: words('alerts.feed.make') }).click()
  const feed = await page.getByLabel(words('alerts.feed.address')).inputValue()
  expect(await (await fetch(`${feed}&seatsPct=5`)).text()).toContain('Atlas')
  await page.getByRole('button', { name: words('alerts.feed.end') }).click()
  await expect(page.getByText(words('alerts.feed.ended'))).toBeVisible()
  expect((await fetch(feed)).status).toBe(404)

  await page.goto(`/s/${token}?lang=fr`)
  const follow = await page.getByRole('link', { name: words('share.follow') }).getAttribute('href')
  expect(await (await fetch(`${baseURL}${follow}`)).text()).toContain('Atlas')

  // What is asked from here says from which link it comes.
  await page.getByRole('button', { name: words('common.ask') }).click()
  const dialog = page.getByRole('dialog', { name: words('enquiry.title') })
  await dialog.getByLabel(words('enquiry.message'), { exact: true }).fill('Peut-on visiter ?')
  await dialog.getByLabel(words('enquiry.name'), { exact: true }).fill('Hélène Martin')
  await dialog.getByLabel(words('enquiry.email'), { exact: true }).fill('helene@atlas.example')
  await dialog.getByRole('checkbox').check()
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/enquiries') && request.method() === 'POST')
  await dialog.getByRole('button', { name: words('enquiry.send') }).click()
  expect((await sent).postDataJSON()).toMatchObject({ share: token, sites: ['technopolis-rabat'] })
})

test('units are kept from the page of their zone, and two of them make a block', async ({ page }) => {
  const zone = new Zone(page, 'en')
  await page.goto('/zones/technopolis-rabat?lang=en')
  await zone.settled(/./)
  const { words } = zone
  const units = zone.inventory.getByRole('tabpanel').locator('button[aria-expanded]')
  for (const place of [0, 1]) {
    await units.nth(place).click()
    await zone.inventory.getByRole('button', { name: words('zone.unit.keep'), exact: true }).click()
    await expect(zone.inventory.getByRole('button', { name: words('zone.unit.kept'), exact: true })).toBeVisible()
    await units.nth(place).click()
  }
  await page.goto('/shortlist?lang=en')
  await expect(page.locator('.shortlist-line')).toHaveCount(2)
  await page.getByRole('button', { name: words('shortlist.join') }).click()
  await expect(page.locator('.shortlist-line')).toHaveCount(1)
  await expect(page.locator('.dossier-site tbody tr').first()).toBeVisible()
  await expect(page.locator('.dossier-site .dossier-table tbody tr')).toHaveCount(2)
  await page.getByRole('button', { name: words('shortlist.undo') }).click()
  await expect(page.locator('.shortlist-line')).toHaveCount(2)
})

test('a dossier is taken along as a file, and a page says in words why it could not be', async ({ page, guard }) => {
  guard.expectConsole(REFUSED)
  const words = wordsOf('fr')
  await signInAs(page.request, 'officer')
  await page.goto('/agency?lang=fr')
  await page.locator('.shortlist-kept a', { hasText: 'Trois sites' }).first().click()
  const csv = page.getByRole('link', { name: words('dossier.files.csv'), exact: true })
  const download = page.waitForEvent('download')
  await csv.click()
  expect((await download).suggestedFilename()).toMatch(/^dossier-[0-9a-f]{8}-fr\.csv$/)
  let refuse = () => {}
  const isSeen = new Promise<void>((resolve) => {
    refuse = resolve
  })
  await page.route('**/dossier.csv*', async (route) => {
    await isSeen
    await route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: '{"code":"dossier.busy","status":503}',
    })
  })
  await csv.click()
  // A PDF takes seconds: the page says that it is under way.
  await expect(page.getByText(words('dossier.files.preparing'))).toBeVisible()
  await expect(csv).toHaveAttribute('aria-busy', 'true')
  refuse()
  await expect(page.getByRole('alert')).toHaveText(words('dossier.files.problem.dossier.busy'))
  await expect(page.getByText(words('dossier.files.preparing'))).toHaveCount(0)
  await page.unroute('**/dossier.csv*')
  const again = page.waitForEvent('download')
  await csv.click()
  await again
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a passphrase is asked for, and a link that is none says so', async ({ page, browser, guard }) => {
  guard.expectConsole(REFUSED)
  const words = wordsOf('fr')
  await signInAs(page.request, 'officer')
  await page.goto('/agency?lang=fr')
  await page.getByRole('button', { name: words('shortlist.list.make') }).click()
  await page.waitForURL(/\/agency\/shortlists\//)
  await settled(page)
  await add(page, 'fr', 'Technopolis')
  await expect(page.getByText(words('shortlist.save.saved'))).toBeVisible()
  await page.getByRole('button', { name: words('shortlist.freeze.make'), exact: true }).click()
  await page.getByLabel(words('shortlist.link.kind')).selectOption('public')
  await page.getByLabel(words('shortlist.link.passphrase')).fill('quatre mots au hasard')
  await page.getByRole('button', { name: words('shortlist.link.make'), exact: true }).click()
  const seen = await reader(browser, await page.locator('.shortlist-made input').inputValue(), PHONE)
  const field = seen.getByLabel(words('share.passphrase.label'))
  await field.fill('autre chose')
  await seen.keyboard.press('Enter')
  await expect(seen.getByRole('alert')).toHaveText(words('share.passphrase.share.passphrase-wrong'))
  expect(await violations(seen)).toEqual([])
  await field.fill('quatre mots au hasard')
  await seen.keyboard.press('Enter')
  await expect(seen.locator('.dossier-table').first()).toBeVisible()
  await seen.goto(`/s/${'A'.repeat(43)}?lang=fr`)
  await expect(seen.getByRole('heading', { name: words('share.closed.share.unknown.title') })).toBeVisible()
  await seen.context().close()
})
