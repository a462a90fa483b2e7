/**
 * Requests begun before the application has arrived, each to be taken once. They let the first page's data travel
 * beside its code instead of after it.
 */
const begun = new Map<string, Promise<Response>>()

export function beginFetch(paths: readonly string[]): void {
  for (const path of paths) {
    const response = fetch(path)
    // Whoever takes the response handles its failure; until then it must not count as unhandled.
    response.catch(() => undefined)
    begun.set(path, response)
  }
}

export function fetchOnce(path: string, init: RequestInit): Promise<Response> {
  const early = begun.get(path)
  begun.delete(path)
  return early ?? fetch(path, init)
}
