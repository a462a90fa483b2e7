import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOfficer, demoRecords, frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { serve, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'

let test: TestApp
let officer: Browser
let freezeId: string
let hash: string
beforeAll(async () => {
  test = await serve(demoRecords())
  officer = await anOfficer(test)
  ;({ id: freezeId, hash } = await frozenBy(officer, await saved(officer)))
}, 60_000)
afterAll(() => test.close())

const file = async (path: string) => {
  const answer = await fetch(`${test.url}${path}`)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

describe('the files of a link', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['csv', 'text/csv; charset=utf-8', '\uFEFF'],
    ['geojson', 'application/geo+json; charset=utf-8', '{"'],
  ])('are there as %s, in the language of the link, and each is noted', async (format, type, start) => {
    const { token, link } = await linkedBy(officer, freezeId, { language: 'ar' })
    const { answer, bytes } = await file(`/api/shares/${token}/dossier.${format}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(answer.headers.get('content-language')).toBe('ar')
    expect(answer.headers.get('content-disposition')).toContain(`dossier-${hash.slice(0, 8)}-ar.${format}`)
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(bytes.toString('utf8').startsWith(start)).toBe(true)
    const { openings } = (await officer.get(`/api/links/${link.id}/openings`)).body
    expect(openings.map(({ what }: { what: string }) => what)).toEqual([format])
  })

  it('are the same to the byte for the makers and for the readers', async () => {
    const { token } = await linkedBy(officer, freezeId)
    const path = `/api/freezes/${freezeId}/dossier.pdf?lang=en`
    const own = await fetch(`${test.url}${path}`, {
      headers: { cookie: [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    const { bytes } = await file(`/api/shares/${token}/dossier.pdf?lang=en`)
    expect(Buffer.from(await own.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('hold live formulas in the workbook', async () => {
    const { token } = await linkedBy(officer, freezeId)
    const { bytes } = await file(`/api/shares/${token}/dossier.xlsx`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    let formulas = 0
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(({ formula }) => {
          if (formula) formulas++
        }),
      ),
    )
    expect(formulas).toBeGreaterThan(100)
  })

  it('end with the link, ask for its passphrase, and are not there in other forms', async () => {
    const { token, link } = await linkedBy(officer, freezeId)
    expect((await file(`/api/shares/${token}/dossier.docx`)).answer.status).toBe(400)
    expect((await file(`/api/shares/${token}/dossier.pdf?lang=de`)).answer.status).toBe(400)
    await officer.send('DELETE', `/api/links/${link.id}`)
    expect((await file(`/api/shares/${token}/dossier.pdf`)).answer.status).toBe(410)
    const locked = await linkedBy(officer, freezeId, { passphrase: 'quatre mots au hasard' })
    expect((await file(`/api/shares/${locked.token}/dossier.csv`)).answer.status).toBe(401)
  })
})

describe('the picture beside a link', () => {
  it('is there for a public link and for no other', async () => {
    const open = await linkedBy(officer, freezeId, { kind: 'public' })
    const { answer, bytes } = await file(`/api/shares/${open.token}/picture.png`)
    expect([answer.status, bytes.subarray(1, 4).toString()]).toEqual([200, 'PNG'])
    const { token } = await linkedBy(officer, freezeId)
    expect((await file(`/api/shares/${token}/picture.png`)).answer.status).toBe(404)
  })

  it('is named by the page of that link, with its title, and by no other page', async () => {
    const page = async (change: Record<string, unknown>) => {
      const { token } = await linkedBy(officer, freezeId, change)
      const answer = await fetch(`${test.url}/s/${token}`, { headers: { accept: 'text/html' } })
      return { token, status: answer.status, html: await answer.text() }
    }
    const open = await page({ kind: 'public' })
    expect(open.html).toContain('<meta property="og:title" content="Trois sites pour 300 sièges francophones">')
    expect(open.html).toContain(`${test.url}/api/shares/${open.token}/picture.png`)
    for (const closed of [{}, { kind: 'public', passphrase: 'quatre mots au hasard' }]) {
      const { status, html } = await page(closed)
      expect([status, html.includes('og:'), html.includes('francophones')]).toEqual([200, false, false])
    }
  })
})
