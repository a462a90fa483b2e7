import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS } from '../tools/chromium.ts'
import { type ProductServer, startProduct } from '../tools/product-server.ts'
import { watchTasks } from './main-thread.ts'
import { type Line, median, ms } from './report.ts'

const NEED = '/?seats=300&by=2027-09-01'
const FIRST_ROW = '[data-row-link]'
const ROUNDS = 5

interface Visit {
  width: number
  height: number
  /** 1.6 Mbit/s, 150 ms round trip, processor four times slower: the journeys' phone */
  isPhone: boolean
}

async function open(browser: Browser, visit: Visit): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: visit.width, height: visit.height } })
  // The runner names functions by this helper, which a function sent to the page would miss there.
  await page.addInitScript('globalThis.__name ??= (f) => f')
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (visit.isPhone) {
    const bytesPerSecond = 1_600_000 / 8
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  return page
}

/** Milliseconds from the start of the navigation until the first row of the answer stands on the screen. */
async function firstRow(page: Page, url: string): Promise<number> {
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) requestAnimationFrame(() => performance.mark('first-row'))
      else requestAnimationFrame(look)
    }
    look()
  }, FIRST_ROW)
  await page.goto(url, { waitUntil: 'load' })
  return page.evaluate(async () => {
    const mark = () => performance.getEntriesByName('first-row')[0]
    const limit = performance.now() + 30_000
    while (mark() === undefined && performance.now() < limit) await new Promise((resolve) => setTimeout(resolve, 20))
    return mark()?.startTime ?? Number.NaN
  })
}

async function firstRows(browser: Browser, server: ProductServer, visit: Visit): Promise<number[]> {
  const figures: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const page = await open(browser, visit)
    figures.push(await firstRow(page, `${server.url}${NEED}`))
    await page.context().close()
  }
  return figures
}

/** ms in which the map comes to rest after a change, so that the next click finds the page as a reader would. */
const REST_MS = 1500
/** A browser in which no page gets WebGL: what is left is the page's own work. */
const WITHOUT_MAP = [...CHROMIUM_FLAGS.filter((flag) => !/swiftshader/.test(flag)), '--disable-3d-apis']

interface Changes {
  /** ms from a click on a facet to the painted frame with the new list and counts */
  changes: number[]
  /** the longest task of the page's main thread meanwhile, by the clock and of the processor, ms */
  longest: { wall: number; cpu: number }
}

/** What the page takes for some clicks on facets. List and counts say themselves that they are still busy. */
async function filterChanges(browser: Browser, server: ProductServer, hasMap: boolean): Promise<Changes> {
  const page = await open(browser, { width: 1440, height: 900, isPhone: false })
  await firstRow(page, `${server.url}${NEED}`)
  if (hasMap) await page.locator('[data-settled]').waitFor({ state: 'attached', timeout: 60_000 })
  await page.waitForTimeout(4000)
  const longestTask = await watchTasks(page)
  const changes = await page.evaluate(async (rest) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const changes: number[] = []
    for (let round = 0; round < 12; round++) {
      await new Promise((resolve) => setTimeout(resolve, rest))
      const boxes = [...document.querySelectorAll<HTMLInputElement>('aside input[type=checkbox]')]
      const box = boxes[(round >> 1) % Math.min(6, boxes.length)]
      if (!box) throw new Error('no facet to click')
      const started = performance.now()
      box.click()
      do await frame()
      while (document.querySelector('[aria-busy=true]'))
      await frame()
      changes.push(performance.now() - started)
    }
    await new Promise((resolve) => setTimeout(resolve, rest))
    return changes
  }, REST_MS)
  const longest = await longestTask()
  await page.context().close()
  return { changes, longest }
}

/** The first rows and the filter changes of journey J1, on the built product. */
export async function benchPages(executablePath: string): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tvl-bench-'))
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  const mapless = await chromium.launch({ executablePath, args: WITHOUT_MAP })
  const lines: Line[] = []
  const add = (what: string, figures: number[], most: number) =>
    lines.push({
      what: `${what}, median of ${figures.length}`,
      measured: `${ms(median(figures))}, slowest ${ms(Math.max(...figures))}`,
      aim: `≤ ${most} ms`,
      met: median(figures) <= most,
    })
  try {
    for (const inventory of ['S', 'L', 'XL'] as const) {
      const server = await startProduct({ inventory, dataDir: join(folder, inventory) })
      try {
        if (inventory === 'S')
          add(
            'first rows, phone, S',
            await firstRows(browser, server, { width: 360, height: 740, isPhone: true }),
            2000,
          )
        if (inventory === 'L')
          add(
            'first rows, desktop, L',
            await firstRows(browser, server, { width: 1440, height: 900, isPhone: false }),
            1000,
          )
        for (const [where, tested, hasMap] of [
          ['without WebGL', mapless, false],
          ['with the map, drawn by the processor', browser, true],
        ] as const) {
          const { changes, longest } = await filterChanges(tested, server, hasMap)
          add(
            `filter change to painted list and counts, ${inventory}, ${where}`,
            changes,
            inventory === 'S' ? 100 : 250,
          )
          lines.push({
            what: `longest task during those changes, ${inventory}, ${where}`,
            measured: `${ms(longest.wall)} by the clock, ${ms(longest.cpu)} of the processor`,
            aim: '≤ 50 ms',
            met: longest.wall <= 50,
          })
        }
      } finally {
        await server.stop()
      }
    }
    return lines
  } finally {
    await browser.close()
    await mapless.close()
    await rm(folder, { recursive: true, force: true })
  }
}
