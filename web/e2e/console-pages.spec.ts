import { violations } from './support/axe.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { clippedControls, rawKeys, sideways, textSize } from './support/layout.ts'
import { signInAs } from './support/manager.ts'

const NAMESPACES = [
  'alerts',
  'visits',
  'enquiries',
  'common',
  'console',
  'manage',
  'grid',
  'import',
  'demand',
  'history',
  'people',
  'requests',
  'account',
  'need',
]
const FAILED_ANSWER = /^Failed to load resource: /

/** The pages of those who keep the catalogue true, each as its reader meets it. */
const PAGES = [
  ['manager', '/manage'],
  ['manager', '/manage/buildings/casanearshore-m'],
  ['manager', '/manage/offices/casanearshore-m-05-1'],
  ['manager', '/manage/units'],
  ['manager', '/manage/import'],
  ['manager', '/manage/demand'],
  ['manager', '/manage/history'],
  ['administrator', '/manage/people'],
  ['administrator', '/account'],
  ['officer', '/agency'],
  ['officer', '/agency/alerts'],
  ['officer', '/agency/visits'],
  ['officer', '/agency/requests'],
  ['officer', '/agency/enquiries'],
  ['officer', '/agency/enquiries/report'],
  ['officer', '/agency/enquiries/00000000-0000-4000-8000-000000000000'],
  [null, '/forgot'],
  [null, '/reset/no-such-link'],
  [null, '/invitation/no-such-link'],
] as const

test.use({ viewport: PHONE, launchOptions: launchWith(WITHOUT_MAP) })

for (const [role, path] of PAGES)
  test(`holds on a phone and a desk, in light and dark, and axe finds nothing: ${path}`, async ({ page, guard }) => {
    // A link that nobody sent is answered with 400.
    guard.expectConsole(FAILED_ANSWER)
    if (role) await signInAs(page.request, role, role === 'manager' ? 'casanearshore' : undefined)
    const faults: string[] = []
    for (const language of LANGUAGES) {
      const blame = (what: string, lines: readonly string[]) => {
        for (const line of lines) faults.push(`${language}, ${what}: ${line}`)
      }
      const look = async (size: string, colorScheme: 'light' | 'dark') => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        blame(size, await sideways(page))
        blame(size, await clippedControls(page))
        blame(`${size}, ${colorScheme}`, await violations(page))
      }
      await page.setViewportSize(PHONE)
      await page.goto(`${path}?lang=${language}`)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
      blame('text', await rawKeys(page, NAMESPACES))
      await look('phone', 'light')
      await textSize(page, 200)
      blame('phone at 200 %', await sideways(page))
      blame('phone at 200 %', await clippedControls(page))
      await textSize(page, 100)
      await page.setViewportSize(DESK)
      await look('desk', 'dark')
    }
    expect([...new Set(faults)]).toEqual([])
  })
