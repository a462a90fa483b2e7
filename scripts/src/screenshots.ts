import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { shootAgency } from './tools/agency-pictures.ts'
import { build } from './tools/build.ts'
import { CHROMIUM_FLAGS, findChromium } from './tools/chromium.ts'
import { shootConsole } from './tools/console-pictures.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { at } from './tools/paths.ts'
import { startProduct } from './tools/product-server.ts'
import { main } from './tools/run.ts'

const TERMS = 'seats=300&by=2027-09-01&speaks=fr'
const TYPED = {
  fr: '300 sièges francophones avant septembre 2027',
  ar: '300 مقعد للناطقين بالفرنسية قبل شتنبر 2027',
}
const PAGES = {
  explore: '/?',
  zone: '/zones/fes-shore?',
  compare: '/compare?sites=technopolis-rabat,fes-shore,casanearshore&',
}
const SIZES = { desktop: { width: 1440, height: 900, scale: 1 }, phone: { width: 390, height: 844, scale: 2 } }
const LANGUAGES = ['fr', 'ar'] as const
const THEMES = ['light', 'dark'] as const

async function shoot(browser: Browser, url: string, size: keyof typeof SIZES, theme: 'light' | 'dark', file: string) {
  const { width, height, scale } = SIZES[size]
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'load' })
  // The stream of changes stays open: the page is there when nothing of it is busy.
  await page.locator('main:not([aria-busy=true])').first().waitFor()
  // The living map comes after the list, and says when its last tile and label stand.
  const hasMap = new URL(url).pathname === '/' && size === 'desktop'
  if (hasMap)
    await page
      .locator('.maplibregl-map[data-settled]')
      .waitFor({ timeout: 15_000 })
      .catch(() => console.log(`${file}: the map had not settled`))
  await page.waitForTimeout(1500)
  await page.screenshot({ path: file })
  await context.close()
}

/** Pictures of the product as it is, into `docs/images/`: each page × language × size × theme, then the console and the agency. */
await main(async () => {
  checkNodeVersion()
  await build()
  const folder = at('docs/images')
  await mkdir(folder, { recursive: true })
  const dataDir = await mkdtemp(join(tmpdir(), 'tvl-screenshots-'))
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
  const server = await startProduct({ inventory: 'S', dataDir: join(dataDir, 'data') })
  try {
    // `pnpm screenshots console` (or `agency`) renews those alone.
    const [, , part] = process.argv
    const pages = part === undefined ? Object.entries(PAGES) : []
    for (const [page, path] of pages)
      for (const language of LANGUAGES)
        for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
          for (const theme of THEMES) {
            const name = `${page}-${language}-${size}-${theme}.png`
            await shoot(
              browser,
              `${server.url}${path}q=${encodeURIComponent(TYPED[language])}&${TERMS}&lang=${language}`,
              size,
              theme,
              join(folder, name),
            )
            console.log(name)
          }
    const fileOf = (name: string) => join(folder, name)
    if (part !== 'agency') await shootConsole(browser, server.url, fileOf, console.log)
    if (part !== 'console') await shootAgency(browser, server.url, fileOf, console.log)
  } finally {
    await browser.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
