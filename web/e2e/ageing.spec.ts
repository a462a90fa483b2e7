import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import { addDays, dayOfIso } from '@tvl/model'
import { Explore } from './support/explore.ts'
import { DESK, expect, test } from './support/fixtures.ts'
import { type Language, plain, wordsOf } from './support/languages.ts'
import { launchWith, WITHOUT_MAP } from './support/launch.ts'
import { contiguousSeats, wholeCollection } from './support/oracle.ts'
import { serveOn } from './support/own-server.ts'

// A server of its own: its days pass while the others stand still.
const PORT = Number(process.env.E2E_PORT ?? 8175) + 2
const SEEDED = '2026-11-23'
const STATES = ['fresh', 'due', 'late', 'doubtful', 'expired'] as const

test.use({ baseURL: `http://127.0.0.1:${PORT}`, viewport: DESK, launchOptions: launchWith(WITHOUT_MAP) })

interface Office {
  id: string
  name: string
  zoneId: string
  buildingId: string
  status: 'free' | 'held' | 'let' | 'under-construction'
  seats: number
  availableFrom: string | null
  verifiedOn: string | null
  verifications?: Partial<Record<string, { on: string }>> | null
}

/** The days of its older verification, of state and seats; null: one of them was never verified. */
function ageOf({ verifiedOn, verifications }: Office, today: string): number | null {
  const on = ['status', 'seats'].map((field) => verifications?.[field]?.on ?? verifiedOn)
  const [first = null] = on.sort()
  return on.includes(null) || first === null ? null : dayOfIso(today) - dayOfIso(first)
}

/** Counted from the offices one by one: how many are of each state, how many there are, seats available, seats lost. */
function boardRow(offices: readonly Office[], today: string): number[] {
  const row = [0, 0, 0, 0, 0, 0, offices.length, 0, 0]
  const add = (place: number, count: number) => {
    row[place] = (row[place] ?? 0) + count
  }
  for (const office of offices) {
    const age = ageOf(office, today)
    const isSlow = office.status === 'let' || office.status === 'under-construction'
    const state = age === null ? 5 : Math.min(4, Math.floor(age / (isSlow ? 90 : 30)))
    add(state, 1)
    if (office.availableFrom !== null && office.availableFrom <= today) add(state < 4 ? 7 : 8, office.seats)
  }
  return row
}

const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replace(/\D/g, '')))

/** The board's row of a place, by its name. */
async function shownRow(page: Page, language: Language, name: string): Promise<number[]> {
  const table = page.getByRole('region', { name: wordsOf(language)('freshness.byZone') }).getByRole('table')
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await row.waitFor()
  return numbers(await row.locator('td.figure-column').allTextContents())
}

/** An office that is free today, verified lately and as a whole. */
async function freshOffice(request: APIRequestContext): Promise<Office> {
  const offices = await wholeCollection<Office>(request, 'offices')
  const own = offices.filter(
    ({ status, availableFrom, verifications }) =>
      status === 'free' && availableFrom !== null && availableFrom <= SEEDED && !verifications,
  )
  const [office] = own.sort((a, b) => (ageOf(a, SEEDED) ?? 999) - (ageOf(b, SEEDED) ?? 999))
  if (!office || (ageOf(office, SEEDED) ?? 999) > 28) throw new Error('the demonstration has no fresh office')
  return office
}

test('J6.1, 2: with the days an office changes state, colour, text and sign, and leaves every total on day 120', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000)
  const folder = await mkdtemp(join(tmpdir(), 'tvl-ageing-'))
  let stop = await serveOn(SEEDED, { port: PORT, folder })
  try {
    const { name, zoneId, buildingId, verifiedOn } = await freshOffice(request)
    const looks: { color: string; shape: string }[] = []
    for (const [step, days, language] of [
      ['fresh', 29, 'fr'],
      ['due', 30, 'ar'],
      ['late', 60, 'en'],
      ['doubtful', 90, 'fr'],
      ['expired', 120, 'ar'],
    ] as const) {
      // An open page would look for the server that stops.
      await page.goto('about:blank')
      await stop()
      const today = addDays(verifiedOn ?? SEEDED, days)
      stop = await serveOn(today, { port: PORT, folder })
      const words = wordsOf(language)
      const offices = await wholeCollection<Office>(request, 'offices')
      const own = offices.filter((office) => office.zoneId === zoneId)

      await page.goto(`/zones/${zoneId}?building=${buildingId}&lang=${language}`)
      const lot = page.getByRole('button', { name: new RegExp(`^\u2068?${name}\u2069?[,،]`) })
      await lot.click()
      const open = page.locator('.unit-open')
      const dial = open.locator('.unit-title .dial')
      await expect(dial).toHaveClass(`dial dial-${step}`)
      const line = words('zone.unit.verifiedLine', { days, method: '\u0001', by: '' }).split('\u0001')[0] ?? ''
      expect(plain((await open.locator('.unit-fresh').textContent()) ?? '')).toContain(plain(line).trim())
      looks.push({
        color: await dial.evaluate((element) => getComputedStyle(element).color),
        shape: await dial.innerHTML(),
      })
      const reason = open.getByText(words('zone.unit.expiredLine', { limit: '120' }))
      await expect(reason).toHaveCount(step === 'expired' ? 1 : 0)
      const state = step === 'expired' ? 'expired' : 'freeToday'
      await expect(lot).toHaveAccessibleName(new RegExp(words(`zone.unit.${state}`)))

      await page.goto(`/freshness?lang=${language}`)
      expect(await shownRow(page, language, words('freshness.country'))).toEqual(boardRow(offices, today))

      const explore = new Explore(page, language)
      await explore.open()
      const row = explore.rows.filter({ has: page.locator(`a[href^="/zones/${zoneId}"]`) })
      const most = (await contiguousSeats(request, { by: today, today })).get(zoneId) ?? 0
      expect((await explore.read(row)).contiguousSeats ?? 0).toBe(most)
      // The board's columns of one zone: its available seats are those of the standard API.
      const served = await wholeCollection<{ id: string; freeSeats: number }>(request, 'zones')
      expect(served.find((zone) => zone.id === zoneId)?.freeSeats).toBe(boardRow(own, today)[7])
    }
    expect(new Set(looks.map(({ shape }) => shape)).size, 'each state has a sign of its own').toBe(STATES.length)
    expect(new Set(looks.map(({ color }) => color)).size, 'and colours tell the good from the bad').toBeGreaterThan(2)
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
})
