import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashOfText, RULES_VERSION, siteTotals, unseal } from '@tvl/model'
import { describe, expect, it } from 'vitest'

const FOLDER = new URL('released/', import.meta.url)
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json.gz'))

/**
 * One snapshot of each release that froze any, as that release wrote it, named by its rules and its hash. A release adds
 * its own and changes none: links made with it must open the same for good. Packed, so that no formatter touches a byte.
 */
describe.each(files)('the snapshot of a former release, %s', (name) => {
  const text = gunzipSync(readFileSync(new URL(name, FOLDER))).toString('utf8')
  const hash = hashOfText(text)

  it('is the one that was kept', () => {
    expect(name).toBe(`${JSON.parse(text).rules}-${hash.slice(0, 8)}.json.gz`)
  })

  it('opens with the totals that it was frozen with', () => {
    const { totals, ...data } = unseal({ text, hash })
    expect(totals.length).toBeGreaterThan(0)
    expect(JSON.parse(JSON.stringify(siteTotals(data)))).toEqual(totals)
  })
})

it('are kept of the rules in force too', () => {
  expect(files.some((name) => name.startsWith(`${RULES_VERSION}-`))).toBe(true)
})
