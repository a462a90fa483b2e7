import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findWork } from './work.ts'

const leadingZeros = (text: string) => {
  const bits = [...createHash('sha256').update(text).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.indexOf('1')
}

describe('the work for a ticket', () => {
  it('is a number whose hash begins with the zero bits asked for, and the first one', async () => {
    const work = (await findWork('a-ticket', 9, new AbortController().signal)) ?? -1
    expect(leadingZeros(`a-ticket.${work}`)).toBeGreaterThanOrEqual(9)
    for (let less = 0; less < work; less++) expect(leadingZeros(`a-ticket.${less}`)).toBeLessThan(9)
  })

  it('ends when nobody wants it any more', async () => {
    const stopped = new AbortController()
    stopped.abort()
    expect(await findWork('a-ticket', 32, stopped.signal)).toBeUndefined()
  })
})
