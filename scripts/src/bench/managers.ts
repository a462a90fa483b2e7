import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { tokenHeader } from '@tvl/server/testing/caller'
import { crowd } from '@tvl/server/testing/crowd/crowd'
import { withStore } from '@tvl/server/testing/crowd/kills'
import { CHROMIUM_FLAGS } from '../tools/chromium.ts'
import { type ProductServer, startProduct } from '../tools/product-server.ts'
import { type Line, median, ms } from './report.ts'

const WRITERS = 10
const WRITES_EACH = 200
const READERS = 50
const BY_KEY = 60
/** The zone of the demonstration with the most due. */
const ZONE = 'casanearshore'
const MANY_ROWS = 10_000
/** What reading and comparing a large file may add to the server's memory. */
const MOST_MB_MORE = 250

type Headers = Record<string, string>

/** What zone managers wait for: a change that is seen, a workbook that is read, a month's confirmations by keyboard. */
export async function benchManagers(executablePath: string): Promise<Line[]> {
  return [
    ...(await withProduct('S', async (server, headers) => [
      ...(await importOf(server, headers, 'xlsx', null)),
      ...(await confirmations(executablePath, server)),
      ...(await writing(server, headers)),
    ])),
    ...(await withProduct('L', (server, headers) => importOf(server, headers, 'csv', MANY_ROWS))),
  ]
}

async function withProduct(
  inventory: 'S' | 'L',
  work: (server: ProductServer, headers: Headers[]) => Promise<Line[]>,
): Promise<Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tvl-bench-'))
  await chmod(dataDir, 0o755)
  const server = await startProduct({ inventory, dataDir })
  try {
    const headers = await withStore(dataDir, (db) =>
      Promise.all(Array.from({ length: WRITERS }, () => tokenHeader(db, 'manager'))),
    )
    return await work(server, headers)
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const percentile = (figures: readonly number[], share: number) =>
  [...figures].sort((a, b) => a - b)[Math.ceil(figures.length * share) - 1] ?? Number.NaN

/** One manager alone, then ten at once while fifty readers follow. @throws Error when anything was lost */
async function writing({ url }: ProductServer, headers: readonly Headers[]): Promise<Line[]> {
  const alone = await crowd({ url, writers: headers.slice(0, 1), writesEach: 30, readers: 1, firstNumber: WRITERS })
  const all = await crowd({ url, writers: headers, writesEach: WRITES_EACH, readers: READERS })
  const faults = [...alone.faults, ...all.faults]
  if (faults.length > 0) throw new Error(`Something was lost:\n${faults.slice(0, 20).join('\n')}`)
  const [seen, write, propagation] = [
    percentile(alone.propagationMs, 1),
    percentile(all.writeMs, 0.95),
    percentile(all.propagationMs, 0.95),
  ]
  const crowded = `${all.writeMs.length} writes of ${WRITERS} managers beside ${READERS} readers`
  return [
    {
      what: 'J4.1: from the sending of one change until an open page has it, slowest of 30',
      measured: ms(seen),
      aim: '≤ 5 s',
      met: seen <= 5000,
    },
    {
      what: `${crowded}: a write, 95 of 100`,
      measured: `${ms(write)}, median ${ms(median(all.writeMs))}`,
      aim: '≤ 150 ms',
      met: write <= 150,
    },
    {
      what: `${crowded}: until a reader has it, 95 of 100; nothing lost, doubled or left out, every copy the server’s`,
      measured: `${ms(propagation)}, median ${ms(median(all.propagationMs))}`,
      aim: '≤ 2 s',
      met: propagation <= 2000,
    },
  ]
}

/** An export, or its first rows, sent back until its comparison stands. Nothing is applied. */
async function importOf(
  { url, pid }: ProductServer,
  [manager = {}]: readonly Headers[],
  type: 'xlsx' | 'csv',
  most: number | null,
): Promise<Line[]> {
  const exported = Buffer.from(await (await fetch(`${url}/api/exports/offices.${type}?lang=fr`)).arrayBuffer())
  const file =
    most === null
      ? exported
      : Buffer.from(
          `${exported
            .toString()
            .split('\n')
            .slice(0, most + 1)
            .join('\n')}\n`,
        )
  const before = await memoryMb(pid)
  const began = performance.now()
  const answer = await fetch(`${url}/api/imports?name=parc.${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...manager },
    body: new Uint8Array(file),
  })
  const { counts } = (await answer.json()) as { counts?: { same: number } }
  const took = performance.now() - began
  if (answer.status !== 201 || !counts) throw new Error(`the import was answered with ${answer.status}`)
  const more = (await memoryMb(pid)) - before
  const what = `J5.2: a file of ${counts.same} offices (${type}) read and compared`
  const aim = most === null ? 3 : 30
  return [
    { what, measured: ms(took), aim: `≤ ${aim} s`, met: took <= aim * 1000 },
    {
      what: `${what}: the server’s memory at its highest, above before`,
      measured: `${Math.round(more)} MB`,
      aim: `≤ ${MOST_MB_MORE} MB`,
      met: more <= MOST_MB_MORE,
    },
  ]
}

/** The most that a process has held, MB. */
async function memoryMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** The due list of a zone manager, row by row with one key each, until the server has acknowledged the last. */
async function confirmations(executablePath: string, { url }: ProductServer): Promise<Line[]> {
  const browser: Browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signIn(page, url)
    await page.goto(`${url}/manage?lang=fr`)
    const rows = page.locator('.due-list > [data-unit]')
    await rows.first().getByRole('button').first().focus()
    const due = async () =>
      ((await (await page.request.get(`${url}/api/due?zone=${ZONE}`)).json()) as { offices: number }).offices
    const before = await due()
    const count = Math.min(BY_KEY, before)
    const began = performance.now()
    for (let i = 1; i <= count; i++) {
      await page.keyboard.press('y')
      await page
        .locator('.due-list .is-confirmed')
        .nth(i - 1)
        .waitFor()
    }
    const patience = performance.now() + 120_000
    while ((await due()) > before - count && performance.now() < patience) await page.waitForTimeout(50)
    const seconds = (performance.now() - began) / 1000
    return [
      {
        what: `J6.3: ${count} confirmations by keyboard, the last one acknowledged`,
        measured: `${seconds.toFixed(1)} s`,
        aim: '60 within 300 s: 5 s each',
        met: seconds / count <= 5,
      },
    ]
  } finally {
    await browser.close()
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  const { demoAccounts } = (await (await page.request.get(`${url}/api/session`)).json()) as {
    demoAccounts: { email: string; password: string; territory: { id?: string } }[]
  }
  const account = demoAccounts.find(({ territory }) => territory.id === ZONE)
  if (!account) throw new Error(`the demonstration has no manager of ${ZONE}`)
  const { email, password } = account
  const answer = await page.request.post(`${url}/api/auth/sign-in`, {
    data: { email, password },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()}`)
}
