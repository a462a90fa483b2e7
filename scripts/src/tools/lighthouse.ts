import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { CHROMIUM_FLAGS } from './chromium.ts'
import { startProduct } from './product-server.ts'

/** Least score out of 100; performance depends on the machine and is only told. */
export const LEAST = { accessibility: 95, 'best-practices': 95, seo: 95 } as const

export interface LighthouseScores {
  scores: Record<string, number>
  /** audits that cost points, in Lighthouse's own words */
  faults: string[]
}

/** Lighthouse's scores, 0 to 100, of Explore on the built product. */
export async function lighthouseScores(executablePath: string): Promise<LighthouseScores> {
  const folder = await mkdtemp(join(tmpdir(), 'tvl-lighthouse-'))
  const server = await startProduct({ inventory: 'S', dataDir: join(folder, 'data') })
  const browser = await launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS] })
  try {
    const categories = [...Object.keys(LEAST), 'performance']
    const result = await lighthouse(`${server.url}/?lang=fr`, { port: browser.port, onlyCategories: categories })
    if (!result) throw new Error('Lighthouse gave no result')
    const { lhr } = result
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
    const scores = Object.fromEntries(
      Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    )
    const faults = Object.entries(lhr.categories)
      .filter(([name]) => name in LEAST)
      .flatMap(([name, { auditRefs }]) =>
        auditRefs
          .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
          .map(({ id }) => `${name}: ${lhr.audits[id]?.title ?? id}`),
      )
    return { scores, faults }
  } finally {
    browser.kill()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
