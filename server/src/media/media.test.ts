import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastChange } from '../storage/store.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { tokenHeader } from '../testing/caller.ts'
import { twoSites } from '../testing/sites.ts'
import { aPicture, asFromAPhone } from './pictures.maker.ts'

const RECORDS = twoSites()

let app: TestApp
let folder: string
let manager: { authorization: string }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'))
  app = await serve(RECORDS, { dataDir: folder })
  manager = await tokenHeader(app.db, 'manager', { kind: 'zone', id: 'fes-shore' })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const send = (body: Buffer, type = 'image/jpeg', query = 'kind=photo&zone=fes-shore', headers = manager) =>
  fetch(`${app.url}/api/media?${query}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': type, ...headers },
  })
const problemOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]

describe('a picture', () => {
  it('is kept upright, reduced and without the place where it was taken', async () => {
    const file = asFromAPhone(await aPicture(2600, 1300, 'jpeg'))
    expect((await new Transformer(file).metadata(true)).exif).toMatchObject({ 'GPS latitude ref': 'N' })
    const answer = await send(file)
    expect(answer.status).toBe(201)
    const media = (await answer.json()) as {
      id: string
      href: string
      widthPx: number
      heightPx: number
      bytes: number
    }
    expect(media).toMatchObject({ kind: 'photo', widthPx: 1000, heightPx: 2000 })
    const kept = await fetch(app.url + media.href)
    const bytes = Buffer.from(await kept.arrayBuffer())
    expect(kept.headers.get('content-type')).toBe('image/webp')
    expect(kept.headers.get('cache-control')).toContain('immutable')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(media.id)
    expect(bytes.length).toBe(media.bytes)
    expect((await new Transformer(bytes).metadata(true)).exif ?? null).toBeNull()
    expect(bytes.includes('Exif')).toBe(false)
    const small = await fetch(app.url + media.href.replace('.webp', '-small.webp'))
    expect(await new Transformer(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({
      width: 240,
      height: 480,
    })
  })

  it.each(['jpeg', 'png', 'webp'] as const)('is taken as %s', async (format) => {
    const answer = await send(await aPicture(300, 200, format), `image/${format}`, 'kind=plan&building=fes-shore-a')
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ kind: 'plan', widthPx: 300, heightPx: 200 })
  })

  it('is shown with a unit once a change names it, and stays when it is named again', async () => {
    const { id } = (await (await send(await aPicture(300, 200, 'png'), 'image/png')).json()) as { id: string }
    const photo = { id, kind: 'plan', widthPx: 300, heightPx: 200, altFr: null, altAr: null, altEn: 'Plan' }
    const unknown = { ...photo, id: 'f'.repeat(64) }
    const change = async (photos: object[]) => {
      const write = {
        collection: 'offices',
        id: 'fes-shore-a-0',
        base: await lastChange(app.db),
        patch: { properties: { photos } },
      }
      const answer = await fetch(`${app.url}/api/changes`, {
        method: 'POST',
        body: JSON.stringify({ id: randomUUID(), writes: [write] }),
        headers: { 'content-type': 'application/json', ...manager },
      })
      return [answer.status, ((await answer.json()) as { errors?: { code: string }[] }).errors?.[0]?.code]
    }
    expect(await change([photo])).toEqual([200, undefined])
    expect(await change([photo, unknown])).toEqual([422, 'photo.unknown'])
    expect(await change([{ ...photo, altEn: 'Plan of the floor' }])).toEqual([200, undefined])
  })

  it('that is no picture is refused, whatever it calls itself', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    )
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
    for (const file of [svg, html, gif, Buffer.from('x')])
      expect(await problemOf(await send(file))).toEqual([415, 'picture.type'])
    expect((await send(svg, 'image/svg+xml')).status).toBe(415)
    expect((await send(html, 'text/html')).status).toBe(415)
    const torn = (await aPicture(300, 200, 'png')).subarray(0, 120)
    expect(await problemOf(await send(torn, 'image/png'))).toEqual([422, 'picture.unreadable'])
  })

  it('that is a page as well is kept as the picture alone, and given out as nothing else', async () => {
    const script = '<script>alert(document.domain)</script>'
    const picture = await aPicture(300, 200, 'png')
    const both = await send(Buffer.concat([picture, Buffer.from(script)]), 'image/png')
    expect(both.status).toBe(201)
    const kept = await fetch(app.url + ((await both.json()) as { href: string }).href)
    expect(Buffer.from(await kept.arrayBuffer()).includes('script')).toBe(false)
    expect(
      ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => kept.headers.get(name)),
    ).toEqual(['image/webp', 'nosniff', "default-src 'none'; frame-ancestors 'none'"])
  })

  it('that would fill the memory is refused by its head alone', async () => {
    const png = await aPicture(10, 10, 'png')
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(await problemOf(await send(png, 'image/png'))).toEqual([413, 'picture.too-large'])
    expect(await problemOf(await send(Buffer.alloc(16 * 1024 * 1024)))).toEqual([413, 'body.too-large'])
  })

  it('is taken only from those who may send one there', async () => {
    const file = await aPicture(30, 20, 'jpeg')
    const reader = await tokenHeader(app.db, 'reader')
    expect(await problemOf(await send(file, 'image/jpeg', 'kind=photo&zone=casanearshore'))).toEqual([
      403,
      'right.missing',
    ])
    expect(await problemOf(await send(file, 'image/jpeg', 'kind=photo'))).toEqual([403, 'right.missing'])
    expect(await problemOf(await send(file, 'image/jpeg', 'kind=photo&zone=fes-shore', reader))).toEqual([
      403,
      'right.missing',
    ])
    const anonymous = await fetch(`${app.url}/api/media?kind=photo&zone=fes-shore`, { method: 'POST', body: 'x' })
    expect(await problemOf(anonymous)).toEqual([401, 'sign-in.required'])
    expect((await send(file, 'image/jpeg', 'kind=poster&zone=fes-shore')).status).toBe(400)
  })

  it('is asked for by its hash, and by no path', async () => {
    const before = await readdir(join(folder, 'media'))
    for (const path of [
      '..%2f..%2fetc%2fpasswd',
      '%2e%2e%2fpostgres.password',
      'a.webp',
      `${'0'.repeat(64)}.webp`,
      '.webp',
    ]) {
      expect([path, ...(await problemOf(await fetch(`${app.url}/media/${path}`)))]).toEqual([
        path,
        404,
        'media.unknown',
      ])
    }
    expect(await readdir(join(folder, 'media'))).toEqual(before)
    expect(before.every((name) => /^[0-9a-f]{64}(-small)?\.webp$/.test(name))).toBe(true)
  })
})

describe('a bucket', () => {
  it('keeps pictures as a folder does', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'bucket-'))
    const bucket = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: 'pictures', configs: [] }],
    })
    const { port } = await bucket.run()
    const mediaS3Url = `http://S3RVER:S3RVER@127.0.0.1:${port}/pictures`
    const other = await serve(RECORDS, { dataDir: '/nowhere', mediaS3Url })
    try {
      const headers = { 'content-type': 'image/png', ...(await tokenHeader(other.db, 'administrator')) }
      const body = new Uint8Array(await aPicture(300, 200, 'png'))
      const answer = await fetch(`${other.url}/api/media?kind=photo&zone=fes-shore`, { method: 'POST', body, headers })
      expect(answer.status).toBe(201)
      const { id, href } = (await answer.json()) as { id: string; href: string }
      const kept = Buffer.from(await (await fetch(other.url + href)).arrayBuffer())
      expect(createHash('sha256').update(kept).digest('hex')).toBe(id)
      expect((await fetch(`${other.url}/media/${'0'.repeat(64)}.webp`)).status).toBe(404)
    } finally {
      await other.close()
      await bucket.close()
      await rm(directory, { recursive: true, force: true })
    }
  })
})
