import type { Page } from '@playwright/test'
import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { plain } from '../support/languages.ts'
import { sideways } from '../support/layout.ts'
import { Console } from '../support/manage.ts'
import { photoWithPlace } from '../support/picture.ts'

// Units of this file: the twenty-fourth to the twenty-seventh of Fès Shore that the catalogue lists.
const FIRST = 23
const unitOf = async (page: Page, place: number): Promise<string> => {
  const answer = await page.request.get('/ogc/collections/offices/items?zoneId=fes-shore&limit=40&f=json')
  const { features } = (await answer.json()) as { features: { id: string }[] }
  const id = features[FIRST + place]?.id
  if (!id) throw new Error('Fès Shore has fewer offices')
  return id
}

/** Signs out by the console's own menu, which asks first where something would be lost. */
async function leave({ page, words }: Console): Promise<void> {
  await page.getByRole('button', { name: words('common.nav.menu') }).click()
  await page.getByRole('button', { name: words('console.leave.title') }).click()
}

test.describe('in the hand', () => {
  test.use({ viewport: PHONE, hasTouch: true })

  test('what nobody can mean is a red field, also after a reload', async ({ page }) => {
    const desk = new Console(page, 'fr')
    const { words } = desk
    await desk.enter('fes@demo')
    await desk.openUnit(await unitOf(page, 0))
    await page.getByRole('button', { name: words('manage.unit.other'), exact: true }).tap()
    await page.getByLabel(words('manage.unit.typeSeats')).fill('70000')
    await page.locator('.unit-state label', { hasText: words('manage.status.under-construction') }).tap()
    await page.locator('.unit-fields input[type=date]').fill('9999-12-31')
    await page.reload()
    await expect(page.getByText(words('manage.unit.seatsWrong'))).toBeVisible()
    const bounds = words('manage.unit.dayWrong', { first: '1950', last: '2100' })
    await expect(page.getByText(bounds)).toBeVisible()
    await expect(desk.publish).toBeDisabled()
    expect(await sideways(page)).toEqual([])
  })

  test('two pictures that wait one behind the other both arrive', async ({ page, context, guard }) => {
    guard.expectConsole(/ERR_INTERNET_DISCONNECTED/)
    const desk = new Console(page, 'fr')
    await desk.enter('fes@demo')
    const unit = await unitOf(page, 1)
    await desk.openUnit(unit)
    const photos = [await photoWithPlace(page, 40), await photoWithPlace(page, 200)]
    await context.setOffline(true)
    for (const [i, buffer] of photos.entries()) {
      await page.locator('input[type=file]').setInputFiles({ name: `${i}.jpg`, mimeType: 'image/jpeg', buffer })
      await page.locator('.unit-words textarea').fill(`Plateau ${i}`)
      await desk.holdToPublish()
      await expect(page.getByText(desk.words('console.outbox.waiting', { count: i + 1 }))).toBeVisible()
    }
    await context.setOffline(false)
    await expect(page.locator('.unit-outcome.is-published').first()).toBeVisible()
    const shown = async () => ((await desk.read(unit)).photos ?? []) as { altFr?: string | null }[]
    await expect.poll(async () => (await shown()).map(({ altFr }) => altFr)).toEqual(['Plateau 0', 'Plateau 1'])
  })

  test('what one person has on a device is neither shown to the next nor taken away by them', async ({
    page,
    context,
    guard,
  }) => {
    guard.expectConsole(/ERR_INTERNET_DISCONNECTED/, /status of 401/)
    const desk = new Console(page, 'fr')
    const { words } = desk
    await desk.enter('fes@demo')
    const [typed, queued] = [await unitOf(page, 2), await unitOf(page, 3)]
    const seats = page.locator('.unit-figure output')
    await desk.openUnit(typed)
    const published = (await desk.read(typed)).seats
    await page.locator('.unit-step button').first().tap()
    await expect(seats).not.toHaveText(String(published))
    await leave(desk)
    await expect(
      page.getByRole('alert').filter({ hasText: plain(words('console.leave.waiting', { count: 1 })) }),
    ).toBeVisible()
    await page.getByRole('button', { name: words('console.leave.anyway') }).click()
    await page.waitForURL(/sign-in/)
    await desk.enter('administrator@demo', `/manage/offices/${typed}`)
    await expect(seats).toHaveText(String(published))
    await leave(desk)
    await page.waitForURL(/sign-in/)

    // Fès Shore's manager waits for a network and their session ends; somebody else comes and goes.
    await desk.enter('fes@demo')
    await desk.openUnit(queued)
    await page.locator('.unit-step button').first().tap()
    const wanted = Number(await seats.textContent())
    await context.setOffline(true)
    await desk.holdToPublish()
    await expect(page.getByText(words('console.outbox.waiting', { count: 1 }))).toBeVisible()
    await context.clearCookies()
    await context.setOffline(false)
    await desk.enter('administrator@demo')
    await leave(desk)
    await page.waitForURL(/sign-in/)
    expect((await desk.read(queued)).seats).not.toBe(wanted)
    await desk.enter('fes@demo')
    await expect.poll(async () => (await desk.read(queued)).seats).toBe(wanted)
  })
})

test('a date that is typed digit by digit is typed to its end', async ({ page }) => {
  await page.setViewportSize(DESK)
  const desk = new Console(page, 'en')
  const { words } = desk
  await desk.enter('fes@demo')
  await desk.openUnit(await unitOf(page, 0))
  await page.locator('.unit-state label', { hasText: words('manage.status.under-construction') }).click()
  const day = page.locator('.unit-fields input[type=date]')
  await day.focus()
  await page.keyboard.type('03152031')
  await expect(day).toHaveValue('2031-03-15')
  await expect(day).toBeFocused()
})
