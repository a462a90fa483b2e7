import { build } from '../tools/build.ts'
import { findChromium } from '../tools/chromium.ts'
import { checkNodeVersion } from '../tools/node-version.ts'
import { main } from '../tools/run.ts'
import { benchApi } from './api.ts'
import { benchFilter } from './filter.ts'
import { benchManagers } from './managers.ts'
import { benchPages } from './pages.ts'
import { print } from './report.ts'

/** Figures and ratios of one run on this machine. Nothing fails here: a missed aim is printed as one. */
await main(async () => {
  checkNodeVersion()
  await build()
  const chromium = await findChromium()
  print('Rules in the page, 100,000 offices', await benchFilter(chromium))
  print('Standard API, 100,000 offices', await benchApi())
  print('Pages', await benchPages(chromium))
  print('Managers', await benchManagers(chromium))
  process.exit(0)
})
