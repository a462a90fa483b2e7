import { expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES, wordsOf } from './support/languages.ts'

const REFUSED = /^Failed to load resource: .*40[13]/

test.describe('signing in', () => {
  for (const language of LANGUAGES)
    test(`goes by keyboard alone, says what is wrong, and ends: ${language}`, async ({ page, guard }) => {
      guard.expectConsole(REFUSED)
      const words = wordsOf(language)
      await page.goto(`/sign-in?to=/compare&lang=${language}`)
      await page.getByLabel(words('account.signIn.email')).focus()
      await page.keyboard.type('fes@demo.example')
      await page.keyboard.press('Tab')
      await page.keyboard.type('not the password')
      await page.keyboard.press('Enter')
      await expect(page.getByText(words('account.problem.sign-in.wrong'))).toBeVisible()
      await page.getByLabel(words('account.signIn.password')).fill('demo fes locator')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/compare\?/)
      expect(
        (await page.context().cookies()).map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]),
      ).toEqual([['tvl.session_token', true, 'Strict']])
      await page.goto(`/sign-in?lang=${language}`)
      await page.getByRole('button', { name: words('account.signedIn.leave') }).click()
      await expect(page.getByLabel(words('account.signIn.email'))).toBeVisible()
    })

  test('with an account of the demonstration takes one touch on a phone', async ({ page }) => {
    await page.setViewportSize(PHONE)
    const words = wordsOf('fr')
    await page.goto('/sign-in?lang=fr')
    const fes = page.getByRole('listitem').filter({ hasText: 'fes@demo.example' })
    const button = fes.getByRole('button', { name: words('account.demo.use') })
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await button.click()
    await expect(page).toHaveURL(/^[^?]*\/(\?|$)/)
  })

  test('never leads to another site', async ({ page }) => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      await page.goto(`/sign-in?lang=fr&to=${encodeURIComponent(to)}`)
      const fes = page.getByRole('listitem').filter({ hasText: 'fes@demo.example' })
      await fes.getByRole('button').click()
      await expect(page).not.toHaveURL(/sign-in/)
      expect(new URL(page.url()).pathname).toBe('/')
      await page.context().clearCookies()
    }
  })
})

test('reading gives no cookie', async ({ page }) => {
  for (const path of ['/', '/zones/fes-shore', '/data', '/sign-in']) await page.goto(path)
  expect(await page.context().cookies()).toEqual([])
})
