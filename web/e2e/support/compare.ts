import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hand.ts'
import { type Language, plain, type Words, wordsOf } from './languages.ts'

/** The last number of a text, as any of the three languages prints it. */
function lastNumber(text: string): number {
  const found = plain(text)
    .match(/\d+(?:[.,]\d+)?/g)
    ?.at(-1)
  if (found === undefined) throw new Error(`no number in « ${text} »`)
  return Number(found.replace(',', '.'))
}

/** A site's score as its column prints it, and the points that make it up. */
export interface Column {
  name: string
  score: number
  points: number[]
  sum: number
}

/** Compare as a person meets it. */
export class Compare {
  readonly words: Words
  readonly table: Locator
  readonly parts: Locator
  readonly differences: Locator

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.words = wordsOf(language)
    this.table = page.getByRole('table', { name: this.words('compare.tableLabel'), exact: true })
    this.parts = page.getByRole('table', { name: this.words('compare.parts.table'), exact: true })
    this.differences = page.getByRole('checkbox', { name: this.words('compare.differences') })
  }

  async settled(sites: number): Promise<void> {
    await expect(this.names()).toHaveCount(sites)
    await expect(this.parts).toBeVisible()
  }

  names(): Locator {
    return this.table.getByRole('columnheader').getByRole('link')
  }

  /** Rows of criteria: without the heads of the groups and without an opened source. */
  rows(): Locator {
    return this.table
      .locator('tbody')
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell') })
  }

  async columns(): Promise<Column[]> {
    const names = (await this.names().allTextContents()).map(plain)
    const scores = this.table.locator('thead').getByRole('row').nth(1).getByRole('cell')
    const criteria = this.parts.locator('tbody').getByRole('row')
    const sums = this.parts.locator('tfoot').getByRole('row').first().getByRole('cell')
    return Promise.all(
      names.map(async (name, i) => ({
        name,
        score: lastNumber((await scores.nth(i).locator('b').first().textContent()) ?? ''),
        points: (
          await criteria.all().then((rows) =>
            Promise.all(
              rows.map((row) =>
                row
                  .getByRole('cell')
                  .nth(i + 1)
                  .textContent(),
              ),
            ),
          )
        ).map((text) => lastNumber(text ?? '')),
        // The first cell of the sum is that of the weights.
        sum: lastNumber((await sums.nth(i + 1).textContent()) ?? ''),
      })),
    )
  }

  /** Criterion 6, the score: its parts add up to it, to the hundredth. */
  async expectPartsAddUp(): Promise<Column[]> {
    const columns = await this.columns()
    for (const { name, score, points, sum } of columns) {
      expect(points.length, `${name} has every criterion`).toBe(8)
      const added = points.reduce((total, value) => total + value, 0)
      expect(Math.abs(added - sum), `${name}: ${points.join(' + ')} = ${sum}`).toBeLessThanOrEqual(0.01 + 1e-9)
      expect(Math.abs(sum - score), `${name}: ${sum} is its score`).toBeLessThanOrEqual(0.05 + 1e-9)
    }
    return columns
  }

  /** Criterion 6, the table: every criterion for every site, the equal ones on demand, a source on a tap. */
  async expectWholeTable(hand: Hand, sites: number): Promise<void> {
    const rows = await this.rows().all()
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) {
      const cells = (await row.getByRole('cell').allTextContents()).map(plain)
      expect(cells.length).toBe(sites)
      for (const cell of cells) expect(cell, plain((await row.textContent()) ?? '')).not.toBe('')
    }
    await hand.tick(this.differences)
    const different = await this.rows().count()
    expect(different).toBeLessThan(rows.length)
    await expect(this.page.getByRole('main')).toContainText(
      plain(this.words('compare.hidden', { count: rows.length - different })),
    )
    await hand.tick(this.differences)
    await expect(this.rows()).toHaveCount(rows.length)

    const mark = this.table.getByRole('button', { name: /420/ }).first()
    await hand.press(mark)
    await expect(mark).toHaveAttribute('aria-expanded', 'true')
    await expect(this.table.getByRole('region').or(this.table.locator('section.source'))).toBeVisible()
    await hand.press(mark)
    await expect(mark).toHaveAttribute('aria-expanded', 'false')
  }

  /** Criterion 7: a fourth site changes neither the scores of the others nor, therefore, their order. */
  async expectFourthLeavesOrder(hand: Hand, name: string): Promise<void> {
    const before = await this.columns()
    const field = this.page.getByRole('combobox', { name: this.words('compare.add.label') })
    await hand.choose(field, name)
    await this.settled(before.length + 1)
    const after = await this.columns()
    expect(after.slice(0, before.length), 'scores and parts of the first').toEqual(before)
    expect(after.at(-1)?.name).toContain(name)
    const order = (columns: Column[]) => [...columns].sort((a, b) => b.score - a.score).map((column) => column.name)
    const first = new Set(before.map((column) => column.name))
    expect(order(after).filter((each) => first.has(each))).toEqual(order(before))
  }
}
