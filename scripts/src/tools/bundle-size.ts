import { readdir, readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import type { Check } from './check.ts'
import { at } from './paths.ts'

/** Brotli kilobytes (1,000 bytes) of JavaScript that a first visit may load before the map. */
export const FIRST_LOAD_LIMIT_KB = 180

/**
 * The scripts that index.html names and everything they import statically, summed compressed. The map and other
 * chunks that are asked for later do not count; a static import of the map's library would be caught here.
 */
export async function firstLoadKb(dist = at('web/dist')): Promise<number> {
  const html = await readFile(`${dist}/index.html`, 'utf8')
  const queue = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  if (queue.length === 0) throw new Error('index.html names no script: the measure would measure nothing.')
  const seen = new Set<string>()
  let bytes = 0
  for (const file of queue) {
    if (seen.has(file)) continue
    seen.add(file)
    const code = await readFile(`${dist}/${file}`)
    bytes += brotliCompressSync(code).length
    const folder = file.slice(0, file.lastIndexOf('/') + 1)
    for (const [, path = ''] of code
      .toString()
      .matchAll(/(?:^|[;\s}])(?:import|export)\s*(?:[^'"();]*?from\s*)?["']\.\/([^"']+\.js)["']/g)) {
      queue.push(`${folder}${path}`)
    }
  }
  return bytes / 1000
}

export const bundleSize: Check = {
  name: `First load under ${FIRST_LOAD_LIMIT_KB} kB`,
  run: async () => {
    const kb = await firstLoadKb()
    const chunks = (await readdir(at('web/dist/assets'))).filter((name) => name.endsWith('.js')).length
    process.stdout.write(`${kb.toFixed(1)} kB brotli before the map, ${chunks} chunks in all … `)
    return kb <= FIRST_LOAD_LIMIT_KB ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  },
}
