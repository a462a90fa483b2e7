import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { formatDay, formatNumber, type Language, type SiteTotals, siteLine } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { lineId } from '../shortlists/shortlists.maker.ts'
import { DEFAULT_BRAND } from './brand.ts'
import { anOrder, dossierShortlist } from './dossier.maker.ts'
import { snapshotId } from './order.ts'
import { dossierPdf } from './pdf.ts'
import { arabicWords, infoOf, pagesOf, plain, tagsOf } from './printed.ts'
import { WORDS } from './words/in-language.ts'

const LANGUAGES: readonly Language[] = ['fr', 'ar', 'en']
const made = new Map<Language, Promise<Buffer>>()
const dossierIn = (language: Language): Promise<Buffer> => {
  const known = made.get(language) ?? dossierPdf(anOrder(language))
  made.set(language, known)
  return known
}

const inProcess = async (language: Language): Promise<Buffer> => {
  const script = fileURLToPath(new URL('print-one.ts', import.meta.url))
  const options = { encoding: 'buffer' as const, maxBuffer: 32 * 1024 * 1024 }
  return (await promisify(execFile)(process.execPath, ['--import', 'tsx', script, language], options)).stdout
}

/** Every figure of a total as the language writes it. */
function figuresOf(totals: SiteTotals, language: Language): string[] {
  const number = (value: number | null, digits = 0) =>
    value === null ? [] : [formatNumber(language, value, { minDigits: digits, maxDigits: Math.max(digits, 2) })]
  const money = (centimes: number | null) =>
    centimes === null ? [] : number(centimes / 100, centimes % 100 === 0 ? 0 : 2)
  // Arabic months hold ligatures, which poppler turns around.
  const day = (iso: string | null) => (iso === null || language === 'ar' ? [] : [formatDay(language, iso, 'short-day')])
  return [
    ...number(totals.score.low),
    ...number(totals.score.mid),
    ...number(totals.score.high),
    ...number(totals.seats),
    ...number(totals.areaM2),
    ...money(totals.rentCentimes),
    ...money(totals.serviceChargeCentimes),
    ...money(totals.monthlyCentimes),
    ...money(totals.knownMonthlyCentimes),
    ...money(totals.perSeatCentimes),
    ...money(totals.termCentimes),
    ...day(totals.availableOn),
    ...day(totals.countedUntil),
  ].map((text) => plain(text).replace('ᵉʳ', 'er'))
}

describe('the dossier as PDF', { timeout: 120_000 }, () => {
  it('has the same bytes in two processes', async () => {
    const [first, second] = await Promise.all([inProcess('ar'), inProcess('ar')])
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    expect(second.equals(first)).toBe(true)
    expect((await dossierIn('ar')).equals(first)).toBe(true)
  })

  it.each(LANGUAGES)('prints every total of every site (%s)', async (language) => {
    const { frozen } = anOrder(language)
    const text = plain((await pagesOf(await dossierIn(language))).join('\n'))
    for (const totals of frozen.totals)
      for (const figure of figuresOf(totals, language)) expect(text.includes(figure), figure).toBe(true)
  })

  it.each(LANGUAGES)('is tagged, titled and of its language and day (%s)', async (language) => {
    const pdf = await dossierIn(language)
    const { frozen } = anOrder(language)
    const info = await infoOf(pdf)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toContain(frozen.shortlist.title)
    expect(info).toMatch(/^Author: +Tech Valley Locator$/m)
    expect(info).toMatch(/^CreationDate: +Mon Nov 23 00:00:00 2026/m)
    const raw = pdf.toString('latin1')
    expect(raw).toMatch(language === 'ar' ? /\/Lang ?\(ar(-MA)?\)/ : new RegExp(`/Lang ?\\(${language}\\)`))
    const tags = await tagsOf(pdf)
    expect(tags).toMatch(/\bH1\b/)
    expect(tags).toMatch(/\bTable\b/)
    expect(tags).toMatch(/\bFigure\b/)
  })

  it.each(LANGUAGES)(
    'says on every page what is illustrative, which page and which snapshot (%s)',
    async (language) => {
      const { hash } = anOrder(language)
      const pages = await pagesOf(await dossierIn(language))
      const words = WORDS[language]
      for (const [i, page] of pages.entries()) {
        const text = plain(page)
        // On a page of mostly Latin text, poppler gives what lies between two signs of an Arabic line from left to right.
        const inArabic = arabicWords(page)
        const said = (sentence: string) => {
          const isSaid =
            language === 'ar'
              ? sentence.split(/[^\p{Script=Arabic} ]+/u).every((part) => inArabic.includes(arabicWords(part)))
              : text.includes(plain(sentence))
          expect(isSaid, `page ${i + 1}: ${sentence}`).toBe(true)
        }
        said(words.illustrative)
        said(words.page(String(i + 1), String(pages.length)))
        expect(text).toContain(snapshotId(hash))
        expect(text).toContain(words.credits)
      }
      expect(plain(pages.at(-1) ?? '').replaceAll(' ', '')).toContain(hash)
    },
  )

  it('says nothing of the kind where all is published', async () => {
    const order = anOrder('fr')
    const frozen = { ...order.frozen, catalogue: { ...order.frozen.catalogue, kind: 'facts' as const } }
    const text = plain((await pagesOf(await dossierPdf({ ...order, frozen }))).join('\n'))
    expect(text).not.toContain(WORDS.fr.illustrative)
  })

  it('gives Arabic back in the order in which it is read', async () => {
    const { frozen } = anOrder('ar')
    const text = arabicWords((await pagesOf(await dossierIn('ar'))).join('\n'))
    expect(text).toContain(arabicWords(frozen.shortlist.title))
    expect(text).toContain(arabicWords('تكنوبوليس الرباط'))
    expect(text).toContain(arabicWords('الزيارة ممكنة ابتداء من يوم الاثنين'))
  })

  it('resolves every number of a source to a line of the list', async () => {
    const { frozen } = anOrder('fr')
    // A hyphen at the end of a line is not read back.
    const squeezed = (text: string) => plain(text).replace(/[ -]/g, '')
    const text = squeezed((await pagesOf(await dossierIn('fr'))).join('\n'))
    for (const { properties } of frozen.sources)
      if (properties.url !== null) expect(text.includes(squeezed(properties.url)), properties.url).toBe(true)
  })

  it('prints what people wrote as they wrote it, and nothing that steers or hides', async () => {
    const hostile = '#eval("1") = *gras* _x_ $a$ <b> @ref \\ // `code` [c] {d} ~ 😀 ⵣ'
    const steering = 'avant\u202egnitrevni\u202c\u0007\u200b après\u2066 fin'
    const shortlist = dossierShortlist('fr', { title: '#set page(fill: red) \\ *titre*' })
    const [first, ...others] = shortlist.sites
    if (!first) throw new Error('a shortlist without sites')
    const notes = { fr: `${hostile}\n${steering}`, ar: null, en: null }
    const pdf = await dossierPdf(
      anOrder('fr', { shortlist: { ...shortlist, sites: [{ ...first, notes }, ...others] } }),
    )
    const text = (await pagesOf(pdf)).join('\n')
    expect(plain(text)).toContain('#set page(fill: red) \\ *titre*')
    expect(plain(text)).toContain(hostile)
    expect(plain(text)).toContain('avantgnitrevni après fin')
    expect(text).not.toContain('\u0007')
  })

  it('names the language of a note that is not the reader’s', async () => {
    const shortlist = dossierShortlist('fr')
    const [first, ...others] = shortlist.sites
    if (!first) throw new Error('a shortlist without sites')
    const notes = { fr: null, ar: 'موقع قريب من المحطة', en: null }
    const pdf = await dossierPdf(
      anOrder('fr', { shortlist: { ...shortlist, sites: [{ ...first, notes }, ...others] } }),
    )
    const text = plain((await pagesOf(pdf)).join('\n'))
    expect(text).toContain('Note de l’agence en arabe')
    expect(arabicWords(text)).toContain(arabicWords('موقع قريب من المحطة'))
  })

  it('shows a brand’s own name and no mark where it has none', async () => {
    const brand = { ...DEFAULT_BRAND, nameFr: 'CRI de l’Oriental', primary: '#7a1f3d', mark: null }
    const pdf = await dossierPdf(anOrder('fr', { brand }))
    for (const page of await pagesOf(pdf)) expect(page).toContain('CRI de l’Oriental')
    expect(await infoOf(pdf)).toMatch(/^Author: +CRI de l’Oriental$/m)
  })

  it('sets forty sites with forty offices and long notes within the time it is given', async () => {
    const note = 'Une phrase assez longue pour remplir la page, et encore une autre. '.repeat(29)
    const own = anOrder('fr', { shortlist: dossierShortlist('fr', { sites: [siteLine(lineId(1), 'casanearshore')] }) })
    const [site, total, line] = [own.frozen.sites[0], own.frozen.totals[0], own.frozen.shortlist.sites[0]]
    if (!site || !total || !line) throw new Error('a shortlist without sites')
    const forty = Array.from({ length: 10 }, () => site.units)
      .flat()
      .slice(0, 40)
    const numbers = Array.from({ length: 40 }, (_, i) => i)
    const frozen = {
      ...own.frozen,
      shortlist: {
        ...own.frozen.shortlist,
        title: 'Un titre de cent soixante signes '.repeat(5).slice(0, 160),
        sites: numbers.map((i) => ({ ...line, id: lineId(i + 1), notes: { fr: note, ar: null, en: null } })),
      },
      sites: numbers.map((i) => ({ ...site, id: lineId(i + 1), units: forty })),
      totals: numbers.map((i) => ({ ...total, id: lineId(i + 1), place: i + 1 })),
    }
    const pdf = await dossierPdf({ ...own, frozen })
    const pages = await pagesOf(pdf)
    expect(pages.length).toBeGreaterThan(80)
    expect(plain(pages[0] ?? '')).toContain('Casanearshore')
  })
})
