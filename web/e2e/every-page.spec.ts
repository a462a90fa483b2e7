import { violations } from './support/axe.ts'
import { DESK, expect, PHONE, test } from './support/fixtures.ts'
import { LANGUAGES } from './support/languages.ts'
import { clippedControls, rawKeys, sideways, textSize } from './support/layout.ts'
import { API_PAGES, openPage, PAGES } from './support/pages.ts'

const NAMESPACES = [
  'common',
  'need',
  'explore',
  'provenance',
  'map',
  'zone',
  'compare',
  'data',
  'freshness',
  'help',
  'enquiry',
  'shortlist',
  'dossier',
  'share',
]
/** Words with a dot that are no keys: addresses of our own API in the help and data pages. */
const IS_NO_KEY = /\.(json|geojson|mvt|pmtiles)$/
/** What the browser says when an address answers 404 on purpose. */
const FAILED_ANSWER = /^Failed to load resource: /

test.use({ viewport: PHONE })

// One opening serves all looks: with a map drawn in software it costs more than they do.
for (const each of [...PAGES, ...API_PAGES])
  test(`holds on narrow and wide screens, with large text, and axe finds nothing: ${each.name}`, async ({
    page,
    guard,
  }) => {
    if (each.isMissing) guard.expectConsole(FAILED_ANSWER)
    const faults: string[] = []
    for (const language of LANGUAGES) {
      const blame = (what: string, lines: readonly string[]) => {
        for (const line of lines) faults.push(`${language}, ${what}: ${line}`)
      }
      const look = async (size: string) => {
        blame(size, await sideways(page))
        blame(size, await clippedControls(page))
      }
      await page.setViewportSize(PHONE)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await openPage(page, each, language)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
      blame(
        'text',
        (await rawKeys(page, NAMESPACES)).filter((key) => !IS_NO_KEY.test(key)),
      )
      await look('phone')
      await textSize(page, 200)
      await look('phone at 200 %')
      await textSize(page, 100)
      await page.setViewportSize(DESK)
      await each.settled(page, language)
      await look('desk')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        blame(`axe ${colorScheme}`, await violations(page))
      }
    }
    expect([...new Set(faults)]).toEqual([])
  })
