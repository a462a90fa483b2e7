import { pathToFileURL } from 'node:url'
import { build } from './tools/build.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { at } from './tools/paths.ts'
import { main } from './tools/run.ts'

await main(async () => {
  checkNodeVersion()
  process.env.NODE_ENV ??= 'production'
  await build()
  // In this very process, so that a signal to it is a signal to the server.
  await import(pathToFileURL(at('server/dist/main.js')).href)
})
