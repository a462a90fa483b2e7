import { DESK, expect, PHONE, test } from '../support/fixtures.ts'
import { type Language, wordsOf } from '../support/languages.ts'
import { linkInLetterTo } from '../support/letters.ts'
import { faultsOf } from '../support/look.ts'
import { colleague, signInAs } from '../support/manager.ts'

const EMAIL = 'yasmine@zone.example'
const PASSWORD = 'une phrase que je garde'
const REFUSED = /^Failed to load resource: .*401/

// Browsers allow passkeys on names alone, never on addresses.
test.use({ baseURL: `http://localhost:${Number(process.env.E2E_PORT ?? 8175) + 1}`, viewport: DESK })

test('a passkey is added, opens a session as both factors, and opens none once it is removed', async ({
  page,
  playwright,
  baseURL,
  guard,
}) => {
  guard.expectConsole(REFUSED)
  const look = () => faultsOf(page)
  const administrator = await colleague(playwright, baseURL)
  await signInAs(administrator, 'administrator')
  const { person } = await (await administrator.get('/api/session')).json()
  const grants = [
    { role: 'manager', organisationId: person.organisationId, territory: { kind: 'zone', id: 'fes-shore' } },
  ]
  const invited = await administrator.post('/api/invitations', {
    data: { email: EMAIL, organisationId: person.organisationId, grants, language: 'fr' },
  })
  expect(invited.status(), await invited.text()).toBeLessThan(300)
  const token = (await linkInLetterTo(EMAIL, baseURL, 'invitation')).split('/').at(-1)
  const accepted = await page.request.post('/api/invitations/accept', {
    data: { token, name: 'Yasmine', password: PASSWORD, language: 'fr' },
    headers: { origin: baseURL ?? '' },
  })
  expect(accepted.status(), await accepted.text()).toBeLessThan(300)

  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const part = (language: Language) =>
    page.getByRole('region', { name: wordsOf(language)('account.passkeys.title'), exact: true })
  const fr = wordsOf('fr')
  await page.goto('/account?lang=fr')
  await part('fr').getByLabel(fr('account.passkeys.name')).fill('Téléphone de Yasmine')
  await page.keyboard.press('Enter')
  await expect(part('fr').getByRole('status')).toHaveText(fr('account.passkeys.added'))
  await expect(part('fr').getByRole('listitem')).toContainText('Téléphone de Yasmine')
  expect(await look()).toEqual([])

  await page.goto('/sign-in?to=/account&lang=fr')
  await page.getByRole('button', { name: fr('account.signedIn.leave') }).click()
  await page.getByRole('button', { name: fr('account.signIn.passkey') }).click()
  await expect(page).toHaveURL(/\/account/)
  await expect(page.getByRole('main')).toContainText(fr('account.factor.on'))

  await page.setViewportSize(PHONE)
  await page.goto('/account?lang=ar')
  const ar = wordsOf('ar')
  const remove = ar('account.passkeys.removeNamed', { name: 'Téléphone de Yasmine' })
  await expect(part('ar').getByRole('listitem')).toHaveCount(1)
  expect(await look()).toEqual([])
  await part('ar').getByRole('button', { name: remove }).click()
  await expect(part('ar').getByRole('status')).toHaveText(ar('account.passkeys.removed'))
  await expect(part('ar').getByRole('listitem')).toHaveCount(0)

  await page.goto('/sign-in?lang=en')
  const en = wordsOf('en')
  await page.getByRole('button', { name: en('account.signedIn.leave') }).click()
  await page.getByRole('button', { name: en('account.signIn.passkey') }).click()
  await expect(page.getByText(en('account.problem.passkey.refused'))).toBeVisible()
  await expect(page.getByLabel(en('account.signIn.email'))).toBeVisible()
})
