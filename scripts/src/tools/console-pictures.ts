import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { changeOffices, type Office, officesOf, signIn } from './demo-session.ts'

const ACCOUNT = 'fes@demo.example'
const DESK = { width: 1440, height: 900, scale: 1 }
const PHONE = { width: 390, height: 844, scale: 2 }

/** A page of the console as a manager has it before them: where, in whose hand, and what they did there. */
interface Picture {
  name: string
  path: string
  size: 'desktop' | 'phone'
  languages: readonly ('fr' | 'ar')[]
  themes: readonly ('light' | 'dark')[]
  work?: (page: Page, offices: readonly Office[]) => Promise<void>
}

const UNIT = 'fes-shore-d-01-3'

const PICTURES: readonly Picture[] = [
  { name: 'manage', path: '/manage', size: 'phone', languages: ['fr', 'ar'], themes: ['light', 'dark'] },
  {
    name: 'unit',
    path: `/manage/offices/${UNIT}`,
    size: 'phone',
    languages: ['fr', 'ar'],
    themes: ['light', 'dark'],
    work: async (page) => {
      await page.locator('.unit-quick button').first().click()
      await page.locator('.unit-state label').nth(1).click()
      await page.locator('.unit-fields .unit-quick button').nth(1).click()
    },
  },
  {
    name: 'grid',
    path: '/manage/units',
    size: 'desktop',
    languages: ['fr', 'ar'],
    themes: ['light', 'dark'],
    work: async (page) => {
      for (const [cell, seats] of [
        ['3-seats', '48'],
        ['4-seats', '52'],
      ] as const) {
        await page.locator(`[data-cell="${cell}"]`).click()
        await page.keyboard.type(seats)
        await page.keyboard.press('Enter')
      }
    },
  },
  {
    name: 'import',
    path: '/manage/import',
    size: 'desktop',
    languages: ['fr', 'ar'],
    themes: ['light'],
    work: async (page, offices) => {
      const rows = offices
        .slice(0, 12)
        .map(
          ({ id, properties }, i) =>
            `${id};${i === 4 ? 'beaucoup' : i % 3 === 0 ? properties.seats + 5 : properties.seats}`,
        )
      const buffer = Buffer.from(['id;seats', ...rows].join('\r\n'))
      await page.locator('input[type=file]').setInputFiles({ name: 'parc-novembre.csv', mimeType: 'text/csv', buffer })
      await page.locator('.import-row').first().waitFor()
      await page.locator('.import-views button').nth(1).click()
      await page.locator('.import-changes').first().waitFor()
    },
  },
  { name: 'history', path: '/manage/history', size: 'desktop', languages: ['fr', 'ar'], themes: ['light'] },
]

/** A few changes of a week, so that the history has something to tell. */
async function work(context: BrowserContext, url: string, offices: readonly Office[]): Promise<void> {
  const change = (method: string, note: string | null, changed: readonly (readonly [Office, object])[]) =>
    changeOffices(context, url, { method, note, changed })
  const [one, two, three, four] = offices.slice(-12) as [Office, Office, Office, Office]
  await change('lease-ledger', 'Bail signé', [[one, { status: 'let', leaseEndsOn: '2029-11-30' }]])
  await change('site-visit', null, [
    [two, { seats: two.properties.seats - 4 }],
    [three, { seats: three.properties.seats + 2, rentMadPerM2Month: 81 }],
  ])
  await change('call', null, [[four, { rentMadPerM2Month: 84.5 }]])
}

/** Takes the pictures of the console. `onTaken` hears the name of each. */
export async function shootConsole(
  browser: Browser,
  url: string,
  fileOf: (name: string) => string,
  onTaken: (name: string) => void,
): Promise<void> {
  const first = await browser.newContext()
  await signIn(first, url, ACCOUNT)
  const features = await officesOf(first, url, 'fes-shore')
  await work(first, url, features)
  await first.close()
  for (const picture of PICTURES)
    for (const language of picture.languages)
      for (const theme of picture.themes) {
        const { width, height, scale } = picture.size === 'phone' ? PHONE : DESK
        const context = await browser.newContext({
          viewport: { width, height },
          deviceScaleFactor: scale,
          colorScheme: theme,
          reducedMotion: 'reduce',
        })
        await signIn(context, url, ACCOUNT)
        const page = await context.newPage()
        await page.goto(`${url}${picture.path}?lang=${language}`)
        await page.locator('main:not([aria-busy=true])').first().waitFor()
        await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
        await picture.work?.(page, features)
        await page.waitForTimeout(700)
        const name = `${picture.name}-${language}-${picture.size}-${theme}.png`
        await page.screenshot({ path: fileOf(name) })
        onTaken(name)
        await context.close()
      }
}
