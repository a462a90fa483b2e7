import { build } from './tools/build.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { main } from './tools/run.ts'

await main(async () => {
  checkNodeVersion()
  const given = process.argv.slice(2)
  const steps = given.filter((word) => !word.startsWith('--'))
  await build({ force: given.includes('--force'), ...(steps.length > 0 ? { only: steps } : {}) })
})
