import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hand.ts'
import { type Language, plain, type Words, wholeNumber, wordsOf } from './languages.ts'

/** The need of the first journey, as each language's reader would type it. */
export const NEED: Record<Language, string> = {
  fr: '300 sièges de support francophones d’ici septembre prochain',
  ar: '300 مقعد دعم بالفرنسية قبل شتنبر المقبل',
  en: '300 French-speaking support seats by next September',
}

/** Terms of that need in an address. */
export const NEED_TERMS = 'seats=300&by=2027-09-01&speaks=fr&trade=CRM'

/** What a place of the page says, as it is read. */
export const textOf = async (place: Locator, options: { timeout?: number } = {}) =>
  plain((await place.textContent(options)) ?? '')

const idOf = (href: string | null) => {
  const id = href?.match(/\/zones\/([^/?#]+)/)?.[1]
  if (!id) throw new Error(`« ${href} » leads to no zone`)
  return id
}

/** One row of the list, as it is read. */
export interface Row {
  id: string
  name: string
  contiguousSeats: number | null
  verifiedDays: number | null
}

/** Explore as a person meets it: by roles, names and the words of their language. */
export class Explore {
  readonly words: Words
  readonly list: Locator
  readonly rows: Locator
  readonly need: Locator
  readonly field: Locator
  readonly chips: Locator
  readonly misses: Locator

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    this.words = wordsOf(language)
    this.list = page.getByRole('region', { name: this.words('explore.listLabel') })
    this.rows = this.list.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
    this.need = page.getByRole('search', { name: this.words('explore.need.label') })
    this.field = this.need.getByRole('textbox', { name: this.words('explore.need.label') })
    this.chips = this.need.getByRole('listitem')
    this.misses = page.getByRole('region', { name: this.words('explore.near.title') })
  }

  /** Opens Explore; `terms` are those of an address, without `?`. Waits for the list, not for the map. */
  async open(terms = ''): Promise<void> {
    const search = new URLSearchParams(terms)
    search.set('lang', this.language)
    await this.page.goto(`/?${search}`)
    await this.settled()
  }

  /** The list answers: nothing on the page still follows, its head says how many, and as many rows stand below. */
  async settled(): Promise<void> {
    await expect(this.page.locator('main [aria-busy=true]')).toHaveCount(0)
    await expect(async () => expect(await this.rows.count()).toBe(await this.announcedHits())).toPass()
  }

  /** Hits as the head of the list announces them. */
  async announcedHits(): Promise<number> {
    const said = await textOf(this.list.locator('p[aria-live]'), { timeout: 5000 })
    for (let count = 0; count <= 200; count++)
      if (said.startsWith(plain(this.words('explore.hits', { count })))) return count
    throw new Error(`« ${said} » announces no number of sites`)
  }

  /** Types a need and sends it. */
  async ask(hand: Hand, text: string): Promise<void> {
    await hand.write(this.field, text)
    await hand.enter()
    await expect(this.page).toHaveURL((url) => url.searchParams.get('q') === text)
    await expect(this.chips.first()).toBeVisible()
    await this.settled()
  }

  async chipTexts(): Promise<string[]> {
    return (await this.chips.allInnerTexts()).map(plain)
  }

  link(row: Locator): Locator {
    return row.getByRole('heading', { level: 3 }).getByRole('link')
  }

  async ids(): Promise<string[]> {
    const links = this.rows.getByRole('heading', { level: 3 }).getByRole('link')
    return (await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).map(idOf)
  }

  /** The figure above a caption of a row, as text. */
  figure(row: Locator, caption: string): Locator {
    return row
      .locator('dl > div')
      .filter({ has: this.page.getByRole('term').filter({ hasText: caption }) })
      .getByRole('definition')
  }

  async read(row: Locator): Promise<Row> {
    const name = this.link(row)
    const seats = await textOf(this.figure(row, this.words('explore.row.contiguous')).first())
    const fresh = await textOf(row.getByRole('paragraph').first())
    const isVerified = fresh !== plain(this.words('explore.row.neverVerified'))
    return {
      id: idOf(await name.getAttribute('href')),
      name: await textOf(name),
      contiguousSeats: /\d/.test(seats) ? wholeNumber(seats) : null,
      verifiedDays: isVerified ? this.daysIn(fresh) : null,
    }
  }

  /** Days since the verification, read from the sentence; Arabic says one and two in words. */
  private daysIn(sentence: string): number {
    for (let days = 0; days <= 400; days++)
      if (sentence === plain(this.words('explore.row.verified', { days }))) return days
    throw new Error(`« ${sentence} » says no number of days`)
  }

  async readAll(): Promise<Row[]> {
    return Promise.all((await this.rows.all()).map((row) => this.read(row)))
  }

  compareBox(name: string): Locator {
    return this.list.getByRole('checkbox', { name: this.words('explore.row.compareSite', { site: name }) })
  }

  keepButton(name: string): Locator {
    return this.list.getByRole('button', { name: this.words('explore.row.keep', { site: name }) })
  }

  /** Opens "as a query" unless it is open; gives its text and the address of its link. */
  async query(hand: Hand): Promise<{ cql2: string; href: string }> {
    const closed = this.need.getByRole('button', { name: this.words('explore.need.query') })
    if (await closed.isVisible()) await hand.press(closed)
    const send = this.need.getByRole('link', { name: this.words('explore.need.send') })
    await expect(send).toBeVisible()
    const cql2 = (await this.need.getByRole('code').textContent()) ?? ''
    return { cql2, href: (await send.getAttribute('href')) ?? '' }
  }

  /** What the API answers to the page's own query: ids in its order. */
  async answerOfApi({ cql2, href }: { cql2: string; href: string }): Promise<string[]> {
    const url = new URL(href, this.page.url())
    expect(url.pathname).toBe('/ogc/collections/zones/items')
    if (cql2 !== 'TRUE') expect(url.searchParams.get('filter'), 'the link sends the text that is shown').toBe(cql2)
    const response = await this.page.request.get(url.href, { headers: { accept: 'application/geo+json' } })
    expect(response.status(), await response.text()).toBe(200)
    const answer = (await response.json()) as { features: { id: string }[]; numberMatched: number }
    expect(answer.features.length, 'the link asks for the whole answer').toBe(answer.numberMatched)
    return answer.features.map(({ id }) => id)
  }

  /** Near misses as they are read: the site, what it lacks, the one change, and what that change brings. */
  async nearMisses(): Promise<{ id: string; name: string; why: string; act: string; gain: string }[]> {
    const items = await this.misses.getByRole('listitem').all()
    return Promise.all(
      items.map(async (item) => {
        const link = item.getByRole('link')
        return {
          id: idOf(await link.getAttribute('href')),
          name: await textOf(link),
          why: await textOf(item.locator('p .note')),
          act: await textOf(item.getByRole('button')),
          gain: await textOf(item.locator('.near-gain')),
        }
      }),
    )
  }
}
