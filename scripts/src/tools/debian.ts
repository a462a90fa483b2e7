import { run, Stop } from './run.ts'

let listsAreFresh = false

/** Whether packages can be installed here without asking: a Debian-like system, as root. */
export async function canInstall(): Promise<boolean> {
  return process.getuid?.() === 0 && (await run('apt-get', ['--version'])).code === 0
}

/**
 * Installs Debian packages, refreshing the lists once per run.
 * @throws Stop with what to do by hand when that is not possible here.
 */
export async function install(packages: readonly string[], neededFor: string): Promise<void> {
  const byHand = `${neededFor} needs ${packages.join(', ')}. Install them (Debian: apt-get install ${packages.join(' ')}) and run again.`
  if (!(await canInstall())) throw new Stop(byHand)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`Installing ${packages.join(', ')} (for ${neededFor}) …`)
  if (!listsAreFresh) {
    const lists = await run('apt-get', ['update', '-qq'], { env })
    if (lists.code !== 0) throw new Stop(`${lists.output}\n${byHand}`)
    listsAreFresh = true
  }
  const outcome = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
  if (outcome.code !== 0) throw new Stop(`${outcome.output}\n${byHand}`)
}
