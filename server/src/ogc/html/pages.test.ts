import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ogcApp } from '../../testing/ogc-app.ts'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const executable = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)

interface Violation {
  id: string
  nodes: { html: string }[]
}
declare const axe: {
  run(options?: { rules: Record<string, { enabled: boolean }> }): Promise<{ violations: Violation[] }>
}

/** Rules that Swagger UI's own markup breaks and no sheet of ours can mend. */
const SWAGGERS_OWN = {
  'heading-order': { enabled: false },
  'nested-interactive': { enabled: false },
  region: { enabled: false },
  'select-name': { enabled: false },
}

let app: FastifyInstance
let browser: Browser
let origin: string

beforeAll(async () => {
  app = await ogcApp()
  await app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

/** Opens a page and collects what must not be: console messages, errors, requests to anyone else. */
async function opened(options: { colorScheme: 'light' | 'dark' }): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ colorScheme: options.colorScheme, bypassCSP: false })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`request to ${url}`)
  })
  return { page, faults }
}

// That axe finds nothing in them is tried with the pages of the application: web/e2e/every-page.spec.ts.
describe('the pages of the standard API', () => {
  it('say coded values in words, and on the item’s own page the code as well', async () => {
    const text = async (path: string) => (await app.inject({ url: path, headers: { accept: 'text/html' } })).body
    const [fr, ar, en] = await Promise.all(
      ['fr', 'ar', 'en'].map((lang) => text(`/ogc/collections/zones/items?f=html&lang=${lang}`)),
    )
    expect(fr).toContain('<bdi>en service</bdi>')
    expect(ar).toContain('<bdi>مُشغَّل</bdi>')
    expect(en).toContain('<bdi>in service</bdi>')
    for (const page of [fr, ar, en]) expect(page).not.toContain('<bdi>operational</bdi>')
    const own = await text('/ogc/collections/zones/items/fes-shore?f=html&lang=fr')
    expect(own).toContain('<bdi>en service</bdi> <code>operational</code>')
  })

  it('lead from page to page and filter without a script', async () => {
    const { page, faults } = await opened({ colorScheme: 'light' })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${origin}/ogc?lang=en`)
    await page.getByRole('link', { name: 'Offices' }).click()
    await page.getByRole('link', { name: 'See the items' }).click()
    await page.getByLabel('CQL2 filter').fill("seats >= 60 AND fitOut = 'fitted'")
    await page.getByLabel('Items a page').fill('5')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(await page.locator('tbody tr').count()).toBe(5)
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByRole('link', { name: 'First page' }).click()
    await page.getByRole('link', { name: 'العربية' }).click()
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(new URL(page.url()).searchParams.get('filter')).toContain('seats >= 60')
    expect(faults).toEqual([])
    await page.context().close()
  }, 60_000)
})

describe('the interactive reference', () => {
  it.each(['light', 'dark'] as const)(
    'stands on the ground of the theme, free of axe violations and of faults, in %s',
    async (colorScheme) => {
      const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      const { page, faults } = await opened({ colorScheme })
      await page.goto(`${origin}/api/docs`)
      await page.locator('.opblock-tag', { hasText: 'Capabilities' }).click()
      await page.locator('#operations-Capabilities-getConformance').getByRole('button').first().click()
      await page.getByRole('button', { name: 'Try it out' }).waitFor()
      const ground = await page.evaluate('getComputedStyle(document.querySelector(".swagger-ui")).backgroundColor')
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(20, 23, 22)' : 'rgb(251, 250, 246)')
      await page.evaluate(source)
      const { violations } = await page.evaluate((rules) => axe.run({ rules }), SWAGGERS_OWN)
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
      ).toEqual([])
      expect(faults).toEqual([])
      await page.context().close()
    },
    60_000,
  )

  it('renders under its own policy, from this host alone, and asks the service', async () => {
    const { page, faults } = await opened({ colorScheme: 'light' })
    await page.goto(`${origin}/api/docs`)
    await page.locator('.opblock-tag', { hasText: 'Capabilities' }).click()
    await page.locator('#operations-Capabilities-getConformance').getByRole('button').first().click()
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByRole('button', { name: 'Execute' }).click()
    await expect
      .poll(() => page.locator('.live-responses-table tbody .response-col_status').first().textContent())
      .toContain('200')
    expect(faults).toEqual([])
    await page.context().close()
  }, 60_000)
})
