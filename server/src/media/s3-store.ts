import { AwsClient } from 'aws4fetch'
import type { MediaStore } from './media-store.ts'

/** ms: a bucket that does not answer must not hold requests for ever. */
const TIMEOUT_MS = 15_000

/**
 * An S3-compatible bucket, addressed by path.
 * @param address `https://KEY:SECRET@host/bucket?region=…`, checked by the settings
 */
export function s3Store(address: string): MediaStore {
  const url = new URL(address)
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decodeURIComponent) as [string, string]
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 })
  const at = (name: string) => `${url.origin}${url.pathname.replace(/\/$/, '')}/${name}`
  const ask = (name: string, init: RequestInit) =>
    client.fetch(at(name), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  return {
    put: async (name, bytes) => {
      const headers = { 'content-type': 'image/webp' }
      const answer = await ask(name, { method: 'PUT', body: new Uint8Array(bytes), headers })
      if (!answer.ok) throw new Error(`the bucket did not take ${name}: ${answer.status}`)
    },
    get: async (name) => {
      const answer = await ask(name, { method: 'GET' })
      if (answer.status === 404) return undefined
      if (!answer.ok) throw new Error(`the bucket did not give ${name}: ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
  }
}
