import type { Page } from '@playwright/test'
import { Compare } from './support/compare.ts'
import { Explore, NEED_TERMS } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { LANGUAGES, type Language } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { unmarked } from './support/marks.ts'
import { Zone } from './support/zone.ts'

// The map, drawn in software, would take most of the time and says nothing here.
test.use({ viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

const SITES = 'sites=technopolis-rabat,fes-shore,casanearshore'

/** Seats, day and rent of each row come from the invented inventory. */
async function figuresOfExplore(page: Page, language: Language) {
  const explore = new Explore(page, language)
  const captions = ['contiguous', 'freeFrom', 'rent'].map((key) => explore.words(`explore.row.${key}`))
  const rows = await explore.rows.all()
  return rows.flatMap((row) => captions.map((caption) => ({ caption, figure: explore.figure(row, caption).first() })))
}

for (const language of LANGUAGES)
  test(`every invented figure says so (${language})`, async ({ page }) => {
    const explore = new Explore(page, language)
    const { words } = explore
    await explore.open(NEED_TERMS)
    const rows = await figuresOfExplore(page, language)
    expect(rows.length).toBeGreaterThanOrEqual(9)
    expect(await unmarked(rows, words), 'Explore').toEqual([])
    await expect(page.getByText(words('common.illustrative')).first()).toBeVisible()

    await page.goto(`/zones/fes-shore?${NEED_TERMS}&lang=${language}`)
    const zone = new Zone(page, language)
    await zone.settled(/./)
    const seats = page.getByRole('main').getByRole('definition').filter({ hasText: '420' })
    expect(await unmarked([{ figure: seats, caption: 'seats' }], words), 'Zone').toEqual([])
    const illustrative = words('zone.inventory.illustrative')
    await expect(zone.inventory.getByRole('heading', { level: 2 })).toContainText(illustrative)
    await expect(
      page.getByRole('heading', { level: 2 }).filter({ hasText: words('zone.quarters.illustrative') }),
    ).not.toHaveCount(0)

    await page.goto(`/compare?${NEED_TERMS}&${SITES}&lang=${language}`)
    const compare = new Compare(page, language)
    await compare.settled(3)
    const cells = []
    for (const key of ['contiguous', 'free', 'freeFrom', 'rentAsked', 'verified']) {
      const caption = words(`compare.row.${key}`)
      const row = compare
        .rows()
        .filter({ has: page.getByRole('rowheader').filter({ hasText: new RegExp(`^${caption}`) }) })
      for (const figure of await row.first().getByRole('cell').all()) cells.push({ caption, figure })
    }
    expect(cells.length).toBe(15)
    expect(await unmarked(cells, words), 'Compare').toEqual([])
  })

test('the check itself sees a mark that is gone, hidden or of another grade', async ({ page }) => {
  const explore = new Explore(page, 'en')
  await explore.open(NEED_TERMS)
  const figures = await figuresOfExplore(page, 'en')
  const [first, second, third] = figures
  if (!first || !second || !third) throw new Error('too few figures to try the check on')
  expect(await unmarked(figures, explore.words)).toEqual([])
  await first.figure.getByRole('button').evaluate((mark) => mark.remove())
  await second.figure.getByRole('button').evaluate((mark) => {
    mark.style.visibility = 'hidden'
  })
  await third.figure.getByRole('button').evaluate((mark) => mark.setAttribute('aria-label', 'Source: press'))
  expect(await unmarked(figures, explore.words)).toHaveLength(3)
})
