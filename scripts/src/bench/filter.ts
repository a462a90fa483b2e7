import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { catalogue } from '@tvl/data'
import { type CatalogueRecord, type CollectionId, columnsOf, encodeColumns } from '@tvl/model'
import { build } from 'vite'
import { CHROMIUM_FLAGS } from '../tools/chromium.ts'
import { at } from '../tools/paths.ts'
import type { FilterTimes } from './page/filter-page.ts'
import { type Line, median, ms, times } from './report.ts'

const TODAY = '2026-11-23'

async function pageCode(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: at('scripts'),
    build: {
      write: false,
      lib: { entry: at('scripts/src/bench/page/filter-page.ts'), formats: ['es'], fileName: 'page' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('the bench page was not built')
  return output.output[0].code
}

/** The catalogue of size XL as the page gets it from the server. */
function files(code: string): Record<string, [type: string, body: string | Uint8Array]> {
  const records = catalogue({ catalogue: 'demo', inventory: 'XL', today: TODAY })
  const of = <C extends CollectionId>(collection: C) =>
    records.filter((record): record is CatalogueRecord<C> => record.collection === collection)
  const columns = columnsOf(of('offices'), of('buildings'))
  const zones = of('zones').map(({ id, geometry, properties }) => {
    const [lon = 0, lat = 0] = geometry?.type === 'Point' ? geometry.coordinates : []
    return { id, lon, lat, properties }
  })
  const pools = of('talent-pools').map(({ properties }) => properties)
  return {
    '/': ['text/html', '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', code],
    '/columns': ['application/octet-stream', encodeColumns(columns)],
    '/zones': ['application/json', JSON.stringify({ zones, pools, today: TODAY })],
  }
}

/** Filter and facet counts over 100,000 offices, and a drawn area against Turf, both in Chromium. */
export async function benchFilter(executablePath: string): Promise<Line[]> {
  const served = files(await pageCode())
  const server = createServer((request, response) => {
    const [type, body] = served[request.url ?? ''] ?? ['text/plain', '']
    response.setHeader('content-type', type).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.waitForFunction(() => window.measured !== undefined)
    const figures: FilterTimes = await page.evaluate(() => window.measured)
    const filter = median(figures.filterAndFacets)
    const areas = (['lasso', 'star'] as const).map((shape) => {
      const { own, turf, inside } = figures.areas[shape]
      if (inside.own !== inside.turf)
        throw new Error(`the ${shape} holds ${inside.own} for us, ${inside.turf} for Turf`)
      const ratio = median(turf) / median(own)
      const aim = shape === 'lasso' ? 10 : 1
      return {
        what: `drawn ${shape} of 1,000 vertices over ${figures.offices} points, Turf against ours (${inside.own} inside)`,
        measured: `${ms(median(turf))} / ${ms(median(own))} = ${times(ratio)}`,
        aim: shape === 'lasso' ? '≥ 10 ×' : 'no aim: the worst case for an index',
        met: ratio >= aim,
      }
    })
    return [
      {
        what: `filter and facet counts over ${figures.offices} offices in ${figures.zones} zones, median of ${figures.filterAndFacets.length}`,
        measured: `${ms(filter)}, slowest ${ms(Math.max(...figures.filterAndFacets))}`,
        aim: '≤ 8 ms',
        met: filter <= 8,
      },
      ...areas,
    ]
  } finally {
    await browser.close()
    server.close()
  }
}
