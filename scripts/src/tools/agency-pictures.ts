import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext } from '@playwright/test'
import { expect } from '@playwright/test'
import { NO_NEED, NO_SHORTLIST, needPairs, siteLine } from '@tvl/model'
import { changeOffices, officesOf, send, signIn } from './demo-session.ts'

const DESK = { width: 1440, height: 900, scale: 1 }
const PHONE = { width: 390, height: 844, scale: 2 }
const TITLES = { fr: 'Trois sites pour 300 sièges francophones', ar: 'ثلاثة مواقع لـ300 مقعد بالفرنسية' }

interface Shared {
  shortlist: string
  token: string
}

/** A shortlist of an agency, frozen and shared, and what changed since in the office that it picked. */
async function shared(browser: Browser, url: string, language: 'fr' | 'ar'): Promise<Shared> {
  const officer = await browser.newContext()
  await signIn(officer, url, 'officer@demo.example')
  const manager = await browser.newContext()
  await signIn(manager, url, 'fes@demo.example')
  const free = (await officesOf(officer, url, 'fes-shore')).filter(
    ({ properties }) => properties.status === 'free' && properties.rentMadPerM2Month !== null,
  )
  const [one, two] = free
  if (!one || !two) throw new Error('no office of Fès Shore is free')
  const note = {
    fr: 'Visite possible dès lundi.',
    ar: 'الزيارة ممكنة ابتداء من الاثنين.',
    en: 'Visits from Monday on.',
  }
  const need = {
    ...NO_NEED,
    seats: 300,
    availableBy: '2027-09-01',
    languages: [{ language: 'fr' as const, minPct: 20 }],
  }
  const sites = [
    { ...siteLine(randomUUID(), 'fes-shore', [one.id, two.id]), notes: note },
    ...['casanearshore', 'technopolis-rabat'].map((zone) => siteLine(randomUUID(), zone)),
  ]
  const shortlist = randomUUID()
  const content = { ...NO_SHORTLIST, title: TITLES[language], need: needPairs(need), sites }
  await send(officer, url, 'put', `/api/shortlists/${shortlist}`, { base: null, content })
  const freeze = (await send(officer, url, 'post', `/api/shortlists/${shortlist}/freezes`, { revision: 1 })) as {
    id: string
  }
  const link = { kind: 'personal', recipient: 'Mme Martin', language, expiresAt: '2027-06-01T00:00:00Z' }
  const { token } = (await send(officer, url, 'post', `/api/freezes/${freeze.id}/links`, link)) as { token: string }
  const rent = one.properties.rentMadPerM2Month ?? 0
  await changeOffices(manager, url, { method: 'call', changed: [[one, { rentMadPerM2Month: rent + 6.5 }]] })
  await changeOffices(manager, url, { method: 'site-visit', changed: [[two, { seats: two.properties.seats - 12 }]] })
  await officer.close()
  await manager.close()
  return { shortlist, token }
}

/** Takes the pictures of the agency’s pages and of what its reader sees. `onTaken` hears the name of each. */
export async function shootAgency(
  browser: Browser,
  url: string,
  fileOf: (name: string) => string,
  onTaken: (name: string) => void,
): Promise<void> {
  for (const language of ['fr', 'ar'] as const) {
    const { shortlist, token } = await shared(browser, url, language)
    const pictures = [
      ['shortlist', `/agency/shortlists/${shortlist}`, 'desktop'],
      ['alerts', '/agency/alerts', 'desktop'],
      ['share', `/s/${token}`, 'desktop'],
      ['share', `/s/${token}`, 'phone'],
    ] as const
    for (const [name, path, size] of pictures) {
      const { width, height, scale } = size === 'phone' ? PHONE : DESK
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        reducedMotion: 'reduce',
      })
      if (name !== 'share') await signIn(context, url, 'officer@demo.example')
      const page = await context.newPage()
      await page.goto(`${url}${path}?lang=${language}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await page.waitForTimeout(700)
      const file = `${name}-${language}-${size}-light.png`
      await page.screenshot({ path: fileOf(file) })
      onTaken(file)
      await context.close()
    }
  }
}
