import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce, randomBytes } from '@noble/ciphers/utils.js'
import type { Sealed } from '@tvl/model'

const seal = managedNonce(xchacha20poly1305)
const KEY_BYTES = 32

/** The key of a link is not the one that its content was encrypted with, or the content was altered. */
export class WrongKey extends Error {
  override name = 'WrongKey'
}

const toText = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const toBytes = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

const through = async (bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes.slice()]).stream().pipeThrough(stream)).arrayBuffer())

/** Encrypts a scenario (XChaCha20-Poly1305). The key goes into the link’s fragment, which browsers never send. */
export async function encryptScenario(sealed: Sealed): Promise<{ ciphertext: string; key: string }> {
  const key = randomBytes(KEY_BYTES)
  const content = await through(new TextEncoder().encode(JSON.stringify(sealed)), new CompressionStream('gzip'))
  return { ciphertext: toText(seal(key).encrypt(content)), key: toText(key) }
}

/** @throws WrongKey */
export async function decryptScenario(ciphertext: string, key: string): Promise<Sealed> {
  try {
    const packed = seal(toBytes(key)).decrypt(toBytes(ciphertext))
    const content = await through(packed, new DecompressionStream('gzip'))
    return JSON.parse(new TextDecoder().decode(content)) as Sealed
  } catch {
    throw new WrongKey('This key does not open this link.')
  }
}
