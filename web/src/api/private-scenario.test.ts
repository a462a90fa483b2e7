import { describe, expect, it } from 'vitest'
import { decryptScenario, encryptScenario, WrongKey } from './private-scenario.ts'

const sealed = { text: '{"title":"12 345 MAD, سري"}', hash: 'a'.repeat(64) }

describe('a private scenario', () => {
  it('comes back with its key, and says nothing without', async () => {
    const { ciphertext, key } = await encryptScenario(sealed)
    expect(await decryptScenario(ciphertext, key)).toEqual(sealed)
    expect(Buffer.from(ciphertext, 'base64url').toString('latin1')).not.toContain('12 345')
    expect(ciphertext).not.toContain(key)
  })

  it('never looks the same twice', async () => {
    expect((await encryptScenario(sealed)).ciphertext).not.toBe((await encryptScenario(sealed)).ciphertext)
  })

  it.each([
    ['another key', (key: string) => key.slice(0, 10) + (key[10] === 'A' ? 'B' : 'A') + key.slice(11)],
    ['half a key', (key: string) => key.slice(0, 20)],
    ['no key', () => ''],
    ['what is no key', () => '%%%'],
  ])('is refused with %s', async (_, change) => {
    const { ciphertext, key } = await encryptScenario(sealed)
    await expect(decryptScenario(ciphertext, change(key))).rejects.toThrow(WrongKey)
  })

  it('is refused when a byte of it was altered', async () => {
    const { ciphertext, key } = await encryptScenario(sealed)
    const altered = ciphertext.slice(0, 50) + (ciphertext[50] === 'A' ? 'B' : 'A') + ciphertext.slice(51)
    await expect(decryptScenario(altered, key)).rejects.toThrow(WrongKey)
  })
})
