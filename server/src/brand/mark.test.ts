import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPicture, asFromAPhone } from '../media/pictures.maker.ts'
import { makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import { tokenHeader } from '../testing/caller.ts'
import { twoSites } from '../testing/sites.ts'
import { brandOf } from './store.ts'

const NOW = new Date('2026-11-23T09:00:00Z')

let test: TestApp
let officer: { authorization: string }
beforeAll(async () => {
  test = await serve(twoSites(), { catalogue: 'facts' })
  officer = await tokenHeader(test.db, 'officer', { kind: 'region', id: 'MA-03' })
})
beforeEach(() => sql`delete from brand_revision`.execute(test.db))
afterAll(() => test.close())

const send = (body: Buffer, type = 'image/png', headers: Record<string, string> = officer) =>
  fetch(`${test.url}/api/brand/mark`, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { 'content-type': type, 'if-match': '*', ...headers },
  })
const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'
const RED = '<rect width="40" height="20" fill="#c00"/>'
const sendSvg = (inner: string, { before = '', root = SVG } = {}) =>
  send(Buffer.from(`${before}<svg ${root}>${inner}</svg>`), 'image/svg+xml')
const problemOf = async (answer: Response) => {
  const { code, element } = (await answer.json()) as { code: string; element?: string }
  return [answer.status, code, ...(element ? [element] : [])]
}
async function keptMark(
  answer: Response,
): Promise<{ bytes: Buffer; id: string; widthPx: number; heightPx: number; rgba: Buffer }> {
  expect(answer.status).toBe(200)
  const { brand } = (await answer.json()) as { brand: { markId: string } }
  const kept = await fetch(`${test.url}/api/marks/${brand.markId}.png`)
  expect(kept.status).toBe(200)
  const bytes = Buffer.from(await kept.arrayBuffer())
  const { width, height } = await new Transformer(bytes).metadata()
  return { bytes, id: brand.markId, widthPx: width, heightPx: height, rgba: await new Transformer(bytes).rawPixels() }
}

/** A PNG of one colour and two bits, which is small however many pixels it has. */
function widePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const pixels = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    ...[chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))],
  ])
}

describe('a mark', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('sent as %s is kept as PNG under its hash, for ever', async (format) => {
    const { bytes, id, widthPx, heightPx } = await keptMark(
      await send(await aPicture(300, 200, format), `image/${format}`),
    )
    expect([widthPx, heightPx]).toEqual([300, 200])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(id)
    const again = await fetch(`${test.url}/api/marks/${id}.png`, { headers: { 'if-none-match': `"${id}"` } })
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'public, max-age=31536000, immutable'])
    expect(await brandOf(test.db, 'cdg', NOW)).toMatchObject({ markId: id, mark: bytes, markType: 'image/png' })
  })

  it('is upright, without the place where it was taken, and small enough for every dossier', async () => {
    const file = asFromAPhone(await aPicture(1000, 500, 'jpeg'))
    expect((await new Transformer(file).metadata(true)).exif).toMatchObject({ 'GPS latitude ref': 'N' })
    const { bytes, widthPx, heightPx } = await keptMark(await send(file, 'image/jpeg'))
    expect(heightPx).toBe(widthPx * 2)
    expect(heightPx).toBeLessThanOrEqual(1200)
    expect(bytes.length).toBeLessThanOrEqual(256 * 1024)
    expect((await new Transformer(bytes).metadata(true)).exif ?? null).toBeNull()
    for (const trace of ['Exif', 'eXIf', 'tEXt']) expect(bytes.includes(trace)).toBe(false)
  })

  it('that is a page and an archive as well is kept as the picture alone, and given out as nothing else', async () => {
    const tail = '<script>alert(document.domain)</script>PK\u0003\u0004'
    const both = Buffer.concat([await aPicture(30, 20, 'png'), Buffer.from(tail)])
    const { bytes, id } = await keptMark(await send(both))
    expect(bytes.includes('script') || bytes.includes('PK\u0003\u0004')).toBe(false)
    const { headers } = await fetch(`${test.url}/api/marks/${id}.png`)
    expect(
      ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => headers.get(name)),
    ).toEqual([...['image/png', 'nosniff', "default-src 'none'; frame-ancestors 'none'"]])
  })

  it('that is none, is torn, or would fill the memory is refused', async () => {
    const png = await aPicture(300, 200, 'png')
    expect(await problemOf(await send(Buffer.from('<!doctype html><script>alert(1)</script>')))).toEqual([
      415,
      'picture.type',
    ])
    expect(await problemOf(await send(Buffer.from(`<svg ${SVG}>${RED}</svg>`)))).toEqual([415, 'picture.type'])
    expect((await send(png, 'text/html')).status).toBe(415)
    expect(await problemOf(await send(png.subarray(0, 120)))).toEqual([422, 'picture.unreadable'])
    const wide = widePng(10_000)
    expect(wide.length).toBeLessThan(100_000)
    expect(await problemOf(await send(wide))).toEqual([413, 'picture.too-large'])
    expect(await problemOf(await send(Buffer.alloc(1024 * 1024 + 1)))).toEqual([413, 'body.too-large'])
  })

  it('is set and removed only by who has seen the brand', async () => {
    const png = await aPicture(30, 20, 'png')
    expect(await problemOf(await send(png, 'image/png', { ...officer, 'if-match': '"7"' }))).toEqual([
      412,
      'brand.changed',
    ])
    await send(png)
    const remove = (tag: string) =>
      fetch(`${test.url}/api/brand/mark`, { method: 'DELETE', headers: { ...officer, 'if-match': tag } })
    expect((await remove('"0"')).status).toBe(412)
    const removed = await remove('*')
    expect([removed.status, ((await removed.json()) as { brand: { markId: null } }).brand.markId]).toEqual([200, null])
    expect((await fetch(`${test.url}/api/brand/mark`, { method: 'PUT', body: 'x' })).status).toBe(401)
  })

  it('is asked for by its hash alone, and those of the demonstration go after a day', async () => {
    for (const path of ['x', '..%2f..%2fetc%2fpasswd', `${'0'.repeat(64)}.png`, `${'0'.repeat(64)}`]) {
      expect(await problemOf(await fetch(`${test.url}/api/marks/${path}`))).toEqual([404, 'mark.unknown'])
    }
    await makeDemoAccounts(test.db, NOW)
    const page = cookieJar(test.url)
    await page.post('/api/auth/sign-in', { email: 'officer@demo.example', password: 'demo officer locator' })
    const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const one = await keptMark(await send(await aPicture(30, 20, 'png'), 'image/png', { cookie, origin: test.url }))
    const { headers } = await fetch(`${test.url}/api/marks/${one.id}.png`)
    expect(headers.get('cache-control')).toBe('public, max-age=86400, immutable')
    const after = new Date('2026-11-24T09:00:00Z')
    expect((await brandOf(test.db, 'cri-fes-meknes', new Date(after.getTime() - 1))).mark).toEqual(one.bytes)
    expect((await brandOf(test.db, 'cri-fes-meknes', after)).mark).toBeNull()
    // The next one takes its place: nobody fills the disk.
    await keptMark(await send(await aPicture(31, 20, 'png'), 'image/png', { cookie, origin: test.url }))
    expect((await fetch(`${test.url}/api/marks/${one.id}.png`)).status).toBe(404)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from brand_mark`.execute(test.db)
    expect(rows[0]?.n).toBe(1)
  })
})

describe('a mark that is a drawing', () => {
  it('is drawn with its paints, classes and cut-outs, and kept as pixels', async () => {
    const drawing = `<title>CRI</title><metadata><x xmlns="urn:x"/></metadata>
      <defs><linearGradient id="a"><stop stop-color="#00f"/></linearGradient><clipPath id="c"><path d="M0 0h20v20H0z"/></clipPath>
      <style>.k{fill:url(#a)} .c{clip-path:url(#c)}</style></defs>
      <a href="https://example.com/"><g class="c" onclick="alert(1)"><rect class="k" width="40" height="20"/></g></a>`
    const before =
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    const { bytes, widthPx, heightPx, rgba } = await keptMark(await sendSvg(drawing, { before }))
    expect([widthPx, heightPx]).toEqual([1200, 600])
    expect([...rgba.subarray(0, 4)]).toEqual([0, 0, 255, 255])
    expect(rgba[4 * 1199 + 3]).toBe(0)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  })

  it.each([
    ['a script', '<script>alert(1)</script>', 'mark.element', 'script'],
    [
      'a page',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      'mark.element',
      'foreignObject',
    ],
    [
      'a picture of the server’s disk',
      '<image xlink:href="/etc/logo.png" width="9" height="9"/>',
      'mark.element',
      'image',
    ],
    ['a picture of another host', '<image href="http://169.254.169.254/x.png"/>', 'mark.element', 'image'],
    ['letters', '<text>CRI</text>', 'mark.element', 'text'],
    ['a filter', '<filter id="f"><feTurbulence numOctaves="99"/></filter>', 'mark.element', 'filter'],
    ['movement', '<rect><animate attributeName="x"/></rect>', 'mark.element', 'animate'],
    ['a part of another file', '<use xlink:href="other.svg#x"/>', 'mark.external'],
    ['a part in an address', '<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>', 'mark.external'],
    [
      'a paint of another host',
      '<rect fill="url(https://example.com/p.svg#x)" width="9" height="9"/>',
      'mark.external',
    ],
    ['a paint hidden in signs', '<rect style="fill:u\\72l(//example.com)" width="9" height="9"/>', 'mark.external'],
    ['a style that loads', '<style>@import "https://example.com/x.css";</style>', 'mark.external'],
    ['an unclosed element', '<g>', 'mark.unreadable'],
    ['nothing to see', '<rect width="9" height="9" fill="none"/>', 'mark.empty'],
    ['a part that is drawn within itself', '<g id="a"><use href="#a"/></g>', 'mark.too-complex'],
    ['groups without end', '<g>'.repeat(5000) + '</g>'.repeat(5000), 'mark.too-complex'],
  ])('is refused with %s', async (_, inner, code, element?: string) => {
    expect(await problemOf(await sendSvg(`${code === 'mark.empty' ? '' : RED}${inner}`))).toEqual([
      422,
      code,
      ...(element ? [element] : []),
    ])
  })

  it('declares no entities, neither many nor of the disk', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bombs = [
      `<!DOCTYPE svg [<!ENTITY l0 "lol">${lol}]>`,
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ]
    for (const before of bombs)
      expect(await problemOf(await sendSvg(`<g id="&l9;"/>${RED}`, { before }))).toEqual([422, 'mark.entities'])
    expect(await problemOf(await sendSvg(`<g id="&l9;"/>${RED}`))).toEqual([422, 'mark.unreadable'])
  })

  it('does not draw itself a thousand million times', async () => {
    const doubled = (by: (i: number) => string) => Array.from({ length: 30 }, (_, i) => by(i + 1)).join('')
    const uses = doubled((i) => `<g id="u${i}"><use href="#u${i - 1}"/><use href="#u${i - 1}"/></g>`)
    const masks = doubled(
      (i) =>
        `<mask id="u${i}"><path d="M0 0h9" mask="url(#u${i - 1})"/><path d="M0 0h9" mask="url(#u${i - 1})"/></mask>`,
    )
    const classes = doubled(
      (i) =>
        `<style>.c${i}{clip-path:url(#u${i})}</style><clipPath id="u${i}"><path class="c${i - 1}" d="M0 0h9"/><path class="c${i - 1}" d="M0 0h9"/></clipPath>`,
    )
    for (const bomb of [uses, masks, classes]) {
      const begun = performance.now()
      const all = `<rect id="u0" width="9" height="9"/>${bomb}<rect mask="url(#u30)" class="c30" width="9" height="9"/>`
      expect(await problemOf(await sendSvg(all))).toEqual([422, 'mark.too-complex'])
      expect(performance.now() - begun).toBeLessThan(2000)
    }
  })

  it('is as large as every other mark, whatever it says of itself', async () => {
    for (const [width, height] of [
      ['10000', '10000'],
      ['1e30', '1e30'],
      ['100000mm', '100000mm'],
      ['1', '1'],
    ]) {
      const root = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`
      const { widthPx, heightPx } = await keptMark(
        await sendSvg('<rect width="100%" height="100%" fill="#c00"/>', { root }),
      )
      expect([widthPx, heightPx]).toEqual([1200, 1200])
    }
    for (const size of [
      'width="100000" height="1"',
      'width="0" height="0"',
      'viewBox="0 0 0 0"',
      'width="-5" height="1"',
    ]) {
      const answer = await sendSvg(RED, { root: `xmlns="http://www.w3.org/2000/svg" ${size}` })
      expect([size, answer.status < 500]).toEqual([size, true])
    }
  })

  it('with a path of a megabyte takes no longer than it may, and the server answers meanwhile', async () => {
    let d = 'M0 0'
    for (let i = 0; d.length < 1_000_000; i++) d += `L${(i * 7919) % 4000} ${(i * 104_729) % 2000}`
    const path = `<path d="${d}" stroke="#c00" stroke-width="3" stroke-dasharray="0.01 0.01" fill="none"/>`
    const begun = performance.now()
    const drawn = sendSvg(path, { root: 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4000 2000"' })
    const meanwhile = await fetch(`${test.url}/api/brand`, { headers: officer })
    expect([meanwhile.status, performance.now() - begun < 3000]).toEqual([200, true])
    expect([200, 422]).toContain((await drawn).status)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})
