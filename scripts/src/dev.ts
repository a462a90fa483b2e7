import { spawn } from 'node:child_process'
import { build } from './tools/build.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { ROOT } from './tools/paths.ts'
import { main } from './tools/run.ts'

/** The server restarts on a change of its sources; the pages reload hot and ask it through Vite's proxy. */
await main(async () => {
  checkNodeVersion()
  await build()
  const port = process.env.PORT ?? '8080'
  const node = process.execPath
  const children = [
    spawn(node, ['--import', 'tsx', '--watch', '--watch-preserve-output', 'server/src/main.ts'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, PORT: port },
    }),
    spawn(node, ['web/node_modules/vite/bin/vite.js', 'web', '--config', 'web/vite.config.ts'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, API_ORIGIN: `http://127.0.0.1:${port}` },
    }),
  ]
  const stop = () => {
    for (const child of children) child.kill('SIGTERM')
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  for (const child of children) child.on('exit', stop)
})
