import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { canInstall, install } from './debian.ts'
import { at } from './paths.ts'
import { run, Stop } from './run.ts'

const DOWNLOAD_LIMIT_MS = 180_000
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

async function onPath(name: string): Promise<string | null> {
  const found = await run('which', [name])
  return found.code === 0 ? found.output.trim() : null
}

async function fromSystem(): Promise<string | null> {
  for (const name of SYSTEM_NAMES) {
    const path = await onPath(name)
    if (path !== null) return path
  }
  return null
}

/** Playwright knows where its own browser would lie, whether or not it is there. */
function fromPlaywright(): string | null {
  const path = chromium.executablePath()
  return path !== '' && existsSync(path) ? path : null
}

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, else the system's, else Playwright's (downloaded when it
 * can be), else Debian's package when root.
 * @throws Stop when none can be had; browser tests are never skipped in silence.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Stop(`CHROMIUM_PATH names ${given}, which is not there.`)
  }
  const present = (await fromSystem()) ?? fromPlaywright()
  if (present !== null) return present

  console.log('No Chromium here: trying Playwright’s download …')
  const cli = at('scripts/node_modules/@playwright/test/cli.js')
  await run(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: DOWNLOAD_LIMIT_MS })
  const downloaded = fromPlaywright()
  if (downloaded !== null) return downloaded

  if (await canInstall()) {
    await install(['chromium'], 'the browser tests')
    const installed = await fromSystem()
    if (installed !== null) return installed
  }
  throw new Stop(
    'The browser tests need Chromium and none could be had. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  )
}

/** Chromium's flags for tests: software WebGL, no traffic of its own; as root its sandbox cannot start. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]
