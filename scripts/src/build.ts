import { build } from './tools/build.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { main } from './tools/run.ts'

await main(async () => {
  checkNodeVersion()
  await build({ force: process.argv.includes('--force') })
})
