import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Lets go at once of what a start leaves behind: at 100,000 offices some 80 MB, which the engine would otherwise keep
 * beside what the first requests need. Takes about a tenth of a second.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  collect()
}
