import { describe, expect, it } from 'vitest'
import { decryptScenario, encryptScenario, WrongKey } from './private-scenario.ts'

const sealed = { text: '{"title":"12 345 MAD, سري"}', hash: 'a'.repeat(64) }

describe('a private scenario', () => {
  it('comes back with its key, and says nothing without', () => {
    const { ciphertext, key } = encryptScenario(sealed)
    expect(decryptScenario(ciphertext, key)).toEqual(sealed)
    expect(Buffer.from(ciphertext, 'base64url').toString('latin1')).not.toContain('12 345')
    expect(ciphertext).not.toContain(key)
  })

  it('never looks the same twice', () => {
    expect(encryptScenario(sealed).ciphertext).not.toBe(encryptScenario(sealed).ciphertext)
  })

  it.each([
    ['another key', (key: string) => encryptScenario(sealed).key || key],
    ['half a key', (key: string) => key.slice(0, 20)],
    ['no key', () => ''],
    ['what is no key', () => '%%%'],
  ])('is refused with %s', (_, change) => {
    const { ciphertext, key } = encryptScenario(sealed)
    expect(() => decryptScenario(ciphertext, change(key))).toThrow(WrongKey)
  })

  it('is refused when a byte of it was altered', () => {
    const { ciphertext, key } = encryptScenario(sealed)
    const altered = ciphertext.slice(0, 50) + (ciphertext[50] === 'A' ? 'B' : 'A') + ciphertext.slice(51)
    expect(() => decryptScenario(altered, key)).toThrow(WrongKey)
  })
})
