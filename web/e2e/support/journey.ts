import { Compare } from './compare.ts'
import { Explore, NEED, textOf } from './explore.ts'
import { expect } from './fixtures.ts'
import type { Hand } from './hand.ts'
import { type Language, plain, wordsOf } from './languages.ts'
import { Zone } from './zone.ts'

/** An investor's acts from the first page to a shortlist, at most. */
const MOST_ACTS = 12

/** A fourth site, by a name that all three scripts share a word of. */
const FOURTH: Record<Language, string> = { fr: 'Oujda Shore', ar: 'وجدة شور', en: 'Oujda Shore' }

interface Setting {
  language: Language
  isPhone: boolean
}

/** Open, say the need, see the chips, see who answers. */
export async function sayTheNeed(hand: Hand, language: Language): Promise<Explore> {
  const { page } = hand
  const explore = new Explore(page, language)
  await explore.open()
  const whole = await explore.announcedHits()
  await explore.ask(hand, NEED[language])
  const hits = await explore.announcedHits()
  expect(hits).toBeGreaterThanOrEqual(3)
  expect(hits).toBeLessThan(whole)
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')

  const { words } = explore
  const term = (name: string, value: string) => plain(`${words(`need.term.${name}`)} ${value}`)
  expect((await explore.chipTexts()).map((chip) => plain(chip))).toEqual(
    expect.arrayContaining([
      expect.stringContaining(plain(words('need.atLeast', { value: 300 }))),
      expect.stringContaining(plain(words('need.term.availableBy'))),
      expect.stringContaining(plain(words('need.language.fr'))),
      expect.stringContaining(plain(words('need.trade.CRM'))),
      expect.stringContaining(plain(words('need.fewerDays', { days: 120 }))),
    ]),
  )
  expect(term('contiguousSeats', '')).not.toBe('')
  return explore
}

async function openZone(hand: Hand, link: ReturnType<Explore['link']>, language: Language): Promise<Zone> {
  const name = await textOf(link)
  await hand.press(link)
  const zone = new Zone(hand.page, language)
  await zone.settled(name)
  return zone
}

const basket = (hand: Hand, { language, isPhone }: Setting) =>
  hand.page
    .getByRole(isPhone ? 'navigation' : 'banner')
    .getByRole('button', { name: new RegExp(`^${wordsOf(language)('common.basket.title')}`) })

/** On a desk: each zone is opened from the list and taken there; the head of the page leads to Compare. */
async function openThenCompare(hand: Hand, explore: Explore): Promise<void> {
  const { language, words } = explore
  for (const row of [0, 1, 2]) {
    const zone = await openZone(hand, explore.link(explore.rows.nth(row)), language)
    await zone.take(hand)
    await zone.expectIncentivesCited()
    if (row < 2) {
      await hand.back()
      await explore.settled()
      continue
    }
    await hand.press(zone.keep)
    await expect(zone.kept).toHaveAttribute('aria-pressed', 'true')
  }
  const pages = hand.page.getByRole('banner').getByRole('navigation', { name: words('common.nav.label') })
  await hand.press(pages.getByRole('link', { name: words('common.nav.compare') }))
}

/** On a phone: three are ticked in the list, and opened one by one from their columns. */
async function compareThenOpen(hand: Hand, explore: Explore): Promise<void> {
  const { language, words, page } = explore
  for (const row of await explore.readAll().then((rows) => rows.slice(0, 3)))
    await hand.tick(explore.compareBox(row.name))
  await hand.press(page.getByRole('link', { name: words('common.compareBar.open', { count: 3 }) }))
  const compare = new Compare(page, language)
  await compare.settled(3)
  for (const column of [0, 1, 2]) {
    const zone = await openZone(hand, compare.names().nth(column), language)
    await zone.expectIncentivesCited()
    if (column < 2) {
      await hand.back()
      await compare.settled(3)
      continue
    }
    await hand.press(zone.keep)
    await expect(zone.kept).toHaveAttribute('aria-pressed', 'true')
  }
  expect(hand.acts()).toBeLessThanOrEqual(MOST_ACTS)
  await hand.back()
}

/** The whole first journey, from a sentence to a shortlist, with what a reader must find on the way. */
export async function travel(hand: Hand, setting: Setting): Promise<void> {
  const { language, isPhone } = setting
  const { page } = hand
  const explore = await sayTheNeed(hand, language)
  await (isPhone ? compareThenOpen(hand, explore) : openThenCompare(hand, explore))
  if (!isPhone) expect(hand.acts()).toBeLessThanOrEqual(MOST_ACTS)

  const compare = new Compare(page, language)
  await compare.settled(3)
  await compare.expectWholeTable(hand, 3)
  await compare.expectPartsAddUp()
  await compare.expectFourthLeavesOrder(hand, FOURTH[language])
  await compare.expectPartsAddUp()
}

/** The shortlist holds what was kept, and survives a reload. */
export async function expectKept(hand: Hand, setting: Setting): Promise<void> {
  const { page } = hand
  const { words } = new Explore(page, setting.language)
  if (setting.isPhone) await page.goto(`/?lang=${setting.language}`)
  else await page.reload()
  await hand.press(basket(hand, setting))
  const dialog = page.getByRole('dialog', { name: words('common.basket.title') })
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}
