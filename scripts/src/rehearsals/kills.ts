import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterFolder } from '@tvl/server/storage/postgres-cluster'
import { postmasterOf, stopPostmaster } from '@tvl/server/storage/postmaster'
import { killRounds, VICTIMS } from '@tvl/server/testing/crowd/kills'
import { build } from '../tools/build.ts'
import { checkNodeVersion } from '../tools/node-version.ts'
import { at } from '../tools/paths.ts'
import { main, Stop } from '../tools/run.ts'

const READY_AIM_MS = 10_000

/** SIGKILL of the server, of its database or of both while people write and import: `pnpm rehearse:kills [rounds]`, 50 by default. */
await main(async () => {
  checkNodeVersion()
  const rounds = Number(process.argv[2] ?? 50)
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Stop('The number of rounds is a whole number from 1 on.')
  await build({ only: ['server'] })
  const dataDir = await mkdtemp(join(tmpdir(), 'tvl-kills-'))
  await chmod(dataDir, 0o755)
  try {
    const outcome = await killRounds({
      entry: [at('server/dist/main.js')],
      dataDir,
      rounds,
      onRound: (round, victim, ms) => console.log(`${round + 1}. ${victim}: ready again after ${Math.round(ms)} ms`),
    })
    const { readyMs, acknowledged, imports, silences, faults, record } = outcome
    const slowest = VICTIMS.map((victim, i) => {
      const own = readyMs.filter((_, round) => round % VICTIMS.length === i)
      return `${victim} ${Math.round(Math.max(0, ...own))} ms`
    })
    console.log(
      `${rounds} rounds, ${acknowledged} commits and ${imports} imports acknowledged, ${silences} attempts without an answer`,
    )
    console.log(`slowest until ready: ${slowest.join(', ')}`)
    console.log(`${record.commits} commits and ${record.changes} changes verified; last link ${record.head}`)
    if (faults.length > 0) throw new Stop(`Something was lost:\n${faults.slice(0, 20).join('\n')}`)
    if (!record.isWhole || !record.isPresentRight) throw new Stop('The record does not fit.')
    if (Math.max(...readyMs) > READY_AIM_MS) throw new Stop(`It was not ready within ${READY_AIM_MS / 1000} s.`)
    console.log('Nothing was lost, nothing is half there, every copy equals the server’s.')
  } finally {
    const left = await postmasterOf(clusterFolder(dataDir))
    if (left) await stopPostmaster(left.pid)
    await rm(dataDir, { recursive: true, force: true })
  }
})
