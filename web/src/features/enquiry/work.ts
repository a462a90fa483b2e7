const AT_ONCE = 64

/** Whether the first bits of a hash are zero. */
export function isWork(hash: ArrayBuffer, bits: number): boolean {
  return new DataView(hash).getUint32(0) >>> (32 - bits) === 0
}

/**
 * Finds the number that the server asks for with a ticket, some at a time so that typing is not disturbed. Undefined
 * where the browser has no hashes (pages without https): the enquiry is then sent without.
 */
export async function findWork(ticket: string, bits: number, signal: AbortSignal): Promise<number | undefined> {
  const { subtle } = globalThis.crypto ?? {}
  if (!subtle) return undefined
  const text = new TextEncoder()
  for (let from = 0; !signal.aborted; from += AT_ONCE) {
    const tried = Array.from({ length: AT_ONCE }, (_, i) => from + i)
    const hashes = await Promise.all(tried.map((work) => subtle.digest('SHA-256', text.encode(`${ticket}.${work}`))))
    const found = hashes.findIndex((hash) => isWork(hash, bits))
    if (found >= 0) return from + found
    await new Promise((resolve) => setTimeout(resolve))
  }
  return undefined
}
