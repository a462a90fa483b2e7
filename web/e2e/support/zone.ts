import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hand.ts'
import { type Language, plain, type Words, wordsOf } from './languages.ts'

/** A zone's own page as a person meets it. */
export class Zone {
  readonly words: Words
  readonly title: Locator
  readonly compare: Locator
  readonly compared: Locator
  readonly keep: Locator
  readonly kept: Locator
  readonly incentives: Locator
  readonly inventory: Locator

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.words = wordsOf(language)
    const main = page.getByRole('main')
    this.title = main.getByRole('heading', { level: 1 })
    const act = (name: string) => main.getByRole('button', { name: this.words(`zone.act.${name}`), exact: true })
    this.compare = act('compare')
    this.compared = act('compared')
    this.keep = act('keep')
    this.kept = act('kept')
    this.incentives = main.locator('section', { has: page.locator('#zone-incentives') })
    this.inventory = main.locator('section', { has: page.locator('#zone-inventory') })
  }

  /** The page is there with what takes longest: the floors and the incentives. */
  async settled(name: string | RegExp): Promise<void> {
    await expect(this.title).toContainText(name)
    await expect(this.inventory.getByRole('tabpanel').or(this.inventory.locator('.zone-none'))).toBeVisible()
    await expect(this.incentives.getByRole('listitem').first()).toBeVisible()
  }

  /** Takes this site for comparison. */
  async take(hand: Hand): Promise<void> {
    await hand.press(this.compare)
    await expect(this.compared).toHaveAttribute('aria-pressed', 'true')
  }

  /** Every incentive line: its answer, its sources and its sentence, folded ones included. */
  async measures(): Promise<{ name: string; answer: string; sources: string; says: string }[]> {
    const items = await this.incentives.locator('li.measure').all()
    return Promise.all(
      items.map(async (item) => ({
        name: plain((await item.getByRole('heading', { level: 3, includeHidden: true }).textContent()) ?? ''),
        answer: plain((await item.locator('.answer').textContent()) ?? '').replace(/^[✓?✕]\s*/, ''),
        sources: plain((await item.locator('sup').allTextContents()).join(' ')),
        says: plain((await item.locator('p').first().textContent()) ?? ''),
      })),
    )
  }

  /** Criterion 8: each line cites its rule, the pack has a version, and a "no" says why. */
  async expectIncentivesCited(): Promise<void> {
    const { words } = this
    const measures = await this.measures()
    const answers = new Set(measures.map(({ answer }) => answer))
    const [yes, ask, no] = ['yes', 'ask', 'no'].map((answer) => plain(words(`zone.incentives.${answer}`)))
    expect([...answers].sort(), 'yes, ask and no all appear').toEqual([yes, ask, no].sort())
    const because = plain(words('zone.incentives.because', { reasons: '' })).replace(/[.،,:\s]+$/, '')
    for (const { name, answer, sources, says } of measures) {
      expect(sources, `${name} cites its sources`).toMatch(/\d/)
      if (answer === no) expect(says, `${name} says why not`).toContain(because)
      expect(says.length, `${name} gives its reason`).toBeGreaterThan(15)
    }
    await expect(this.incentives).toContainText(plain(words('zone.incentives.pack', { version: 'ma-2025.1' })))
  }
}
