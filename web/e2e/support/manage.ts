import { expect, type Locator, type Page } from '@playwright/test'
import { type Language, type Words, wordsOf } from './languages.ts'

export interface OfficeNow {
  id: string
  seats: number
  status: string
  holdEndsAt: string | null
  rentMadPerM2Month: number | null
  verificationMethod: string
  name: string
  buildingId: string
  photos?: { id: string; altAr: string | null }[]
}

/** The console as a zone manager meets it. */
export class Console {
  readonly words: Words
  readonly title: Locator
  readonly publish: Locator

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = wordsOf(language)
    this.title = page.getByRole('heading', { level: 1 })
    this.publish = page.locator('.unit-hold')
  }

  /** Signs in by the demonstration's own button, and goes to a page of the console. */
  async enter(account: string, path = '/manage'): Promise<void> {
    await this.page.goto(`/sign-in?lang=${this.language}`)
    const use = this.page.locator('.account-demo li', { hasText: account }).getByRole('button')
    await use.waitFor()
    // Letters of another width may move what stands below them, and nobody presses a button that has just come.
    await this.page.evaluate(() => document.fonts.ready)
    await use.click()
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await this.page.goto(`${path}?lang=${this.language}`)
  }

  async openUnit(id: string): Promise<void> {
    await this.page.goto(`/manage/offices/${id}?lang=${this.language}`)
    await expect(this.publish).toBeVisible()
    await this.page.evaluate(() => document.fonts.ready)
  }

  /** Holds the button with a finger until it has published. */
  async holdToPublish(): Promise<void> {
    const box = await this.publish.boundingBox()
    if (!box) throw new Error('no button to hold')
    const finger = await this.page.context().newCDPSession(this.page)
    const touchPoints = [{ x: box.x + box.width / 3, y: box.y + box.height / 2 }]
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
    await expect(this.publish).toHaveClass(/is-(keeping|idle)/, { timeout: 3000 })
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await finger.detach()
  }

  /** The office as anybody reads it from the standard API. */
  async read(id: string): Promise<OfficeNow> {
    const answer = await this.page.request.get(`/ogc/collections/offices/items/${id}?f=json`)
    const { properties } = (await answer.json()) as { properties: Omit<OfficeNow, 'id'> }
    return { ...properties, id }
  }

  /** What the record holds of an office, newest first. */
  async recordOf(office: string): Promise<RecordLine[]> {
    const answer = await this.page.request.get(`/api/record?office=${office}&limit=100`)
    return ((await answer.json()) as { entries: RecordLine[] }).entries
  }
}

export interface RecordLine {
  n: number
  commit: string
  kind: string
  at: string
  role: string
  method: string | null
  author: { name: string | null } | null
  fields: Record<string, { before: unknown; after: unknown }>
}
