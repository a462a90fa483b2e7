import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { wordsOf } from '../support/languages.ts'
import { linkInLetterTo } from '../support/letters.ts'
import { faultsOf } from '../support/look.ts'
import { colleague, signInAs } from '../support/manager.ts'
import { totp } from '../support/totp.ts'

const EMAIL = 'salma@zone.example'
const OTHER = 'idriss@zone.example'
const FIRST = 'une phrase que je garde'
const SECOND = 'une autre phrase encore'
const REFUSED = /^Failed to load resource: .*4\d\d/

test('an invitation is accepted, an authenticator added, a forgotten password replaced, and no link serves twice', async ({
  page,
  playwright,
  baseURL,
  guard,
}) => {
  guard.expectConsole(REFUSED)
  const look = () => faultsOf(page)
  const administrator = await colleague(playwright, baseURL)
  await signInAs(administrator, 'administrator')
  await page.context().addCookies((await administrator.storageState()).cookies)
  await page.setViewportSize(DESK)
  const en = wordsOf('en')
  await page.goto('/manage/people?lang=en')
  await page.getByLabel(en('people.invite.email')).fill(EMAIL)
  await page.getByLabel(en('people.invite.place')).selectOption('zone fes-shore')
  await page.getByLabel(en('people.invite.language')).selectOption('ar')
  await page.getByRole('button', { name: en('people.invite.send'), exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: EMAIL })).toContainText(en('people.invite.folder'))
  const open = page.getByRole('region', { name: en('people.invitations') }).getByRole('listitem')
  await expect(open.filter({ hasText: EMAIL }).first()).toContainText('zone manager, Fès Shore')
  // No more than one building of it, for somebody else.
  await page.getByLabel(en('people.invite.email')).fill(OTHER)
  await page.getByLabel(en('people.invite.place')).selectOption('zone fes-shore')
  const building = page.getByLabel(en('people.invite.building'))
  await building.selectOption({ index: 1 })
  const name = await building.locator('option:checked').textContent()
  await page.getByRole('button', { name: en('people.invite.send'), exact: true }).click()
  await expect(open.filter({ hasText: OTHER })).toContainText(`zone manager, ${name}`)
  expect(await look()).toEqual([])
  await page.setViewportSize(PHONE)
  await page.goto('/manage/people?lang=ar')
  await expect(page.getByRole('region', { name: wordsOf('ar')('people.accounts') })).toContainText('@demo.example')
  expect(await look()).toEqual([])
  await page.context().clearCookies()
  const invitation = await linkInLetterTo(EMAIL, baseURL, 'invitation')

  // Who invites, to what; a weak password is refused in words, and the account is open.
  const ar = wordsOf('ar')
  await page.setViewportSize(PHONE)
  await page.goto(`${invitation}?lang=ar`)
  await expect(page.getByText(EMAIL)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('فاس شور')
  expect(await look()).toEqual([])
  await page.getByLabel(ar('account.invitation.name')).fill('سلمى')
  await page.getByLabel(ar('account.newPassword.label')).fill('aaaaaaaaaaaaa')
  await page.getByRole('button', { name: ar('account.invitation.accept') }).click()
  await expect(page.getByRole('alert')).toHaveText(ar('account.problem.password.weak'))
  await page.getByLabel(ar('account.newPassword.label')).fill(FIRST)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/manage/)
  await page.goto(`${invitation}?lang=ar`)
  await expect(page.getByText(ar('account.problem.link.spent'))).toBeVisible()

  // Who writes needs a second factor: its key for typing, and codes for the day it is lost.
  await page.goto('/agency?lang=ar')
  await expect(page.getByRole('alert')).toContainText(ar('common.secondFactor.text'))
  await page.getByRole('link', { name: ar('common.secondFactor.account') }).click()
  const factor = page.getByRole('region', { name: ar('account.factor.title') })
  await factor.getByLabel(ar('account.password.current')).fill(FIRST)
  await factor.getByRole('button', { name: ar('account.factor.setUp') }).click()
  await expect(factor.getByRole('img', { name: ar('account.factor.qr') })).toBeVisible()
  expect(await look()).toEqual([])
  const secret = ((await factor.getByRole('code').textContent()) ?? '').replaceAll(' ', '')
  await factor.getByLabel(ar('account.signIn.code')).fill(totp(secret))
  await factor.getByRole('button', { name: ar('account.signIn.confirm') }).click()
  await expect(factor).toContainText(ar('account.factor.on'))
  const backup = (await factor.getByRole('code').first().textContent()) ?? ''
  expect(await look()).toEqual([])

  // Forgotten: the answer tells nobody whether there is such an account.
  await page.context().clearCookies()
  const fr = wordsOf('fr')
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/sign-in?lang=fr')
  await page.getByRole('link', { name: fr('account.signIn.forgot') }).click()
  const said: string[] = []
  for (const email of ['personne@zone.example', EMAIL]) {
    await page.goto('/forgot?lang=fr')
    await page.getByLabel(fr('account.signIn.email')).fill(email)
    await page.keyboard.press('Enter')
    const answer = page.getByRole('status')
    await expect(answer).toContainText(email)
    said.push(((await answer.textContent()) ?? '').replace(email, ''))
  }
  expect(said[0]).toBe(said[1])
  expect(await look()).toEqual([])
  const reset = await linkInLetterTo(EMAIL, baseURL, 'reset')
  await page.goto(`${reset}?lang=fr`)
  await page.getByLabel(fr('account.newPassword.label')).fill(SECOND)
  expect(await look()).toEqual([])
  await page.keyboard.press('Enter')
  await page
    .getByRole('main')
    .getByRole('link', { name: fr('account.signIn.title') })
    .click()
  for (const [password, isRight] of [
    [FIRST, false],
    [SECOND, true],
  ] as const) {
    await page.getByLabel(fr('account.signIn.email')).fill(EMAIL)
    await page.getByLabel(fr('account.signIn.password'), { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    if (!isRight) await expect(page.getByText(fr('account.problem.sign-in.wrong'))).toBeVisible()
  }
  await page.getByLabel(fr('account.signIn.code')).fill(backup)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${reset}?lang=fr`)
  await page.getByLabel(fr('account.newPassword.label')).fill(FIRST)
  await page.keyboard.press('Enter')
  await expect(page.getByText(fr('account.problem.link.spent'))).toBeVisible()
})
