import { describe, expect, it } from 'vitest'
import { DocumentCache } from './document-cache.ts'

const ofBytes = (count: number) => async () => Buffer.alloc(count)

describe('the cache of documents', () => {
  it('makes a document once, however many ask for it', async () => {
    const cache = new DocumentCache(100)
    let made = 0
    const make = async () => {
      made++
      return Buffer.alloc(10)
    }
    await Promise.all([cache.get('a', make), cache.get('a', make)])
    await cache.get('a', make)
    expect(made).toBe(1)
  })

  it('holds as many bytes as it may, and lets go what was not used for longest', async () => {
    const cache = new DocumentCache(100)
    await cache.get('a', ofBytes(50))
    await cache.get('b', ofBytes(50))
    await cache.get('a', ofBytes(1))
    await cache.get('c', ofBytes(50))
    expect(cache.bytes).toBe(100)
    expect((await cache.get('a', ofBytes(1))).length).toBe(50)
    expect((await cache.get('b', ofBytes(2))).length).toBe(2)
  })

  it('does not keep what is larger than all it may hold', async () => {
    const cache = new DocumentCache(100)
    expect((await cache.get('a', ofBytes(101))).length).toBe(101)
    expect(cache.bytes).toBe(0)
  })

  it('makes again what could not be made', async () => {
    const cache = new DocumentCache(100)
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await cache.get('a', ofBytes(3))).length).toBe(3)
  })
})
