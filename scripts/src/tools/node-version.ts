import { Stop } from './run.ts'

const LEAST = [20, 19] as const

/** Stops with a clear message on a Node that the tools refuse. */
export function checkNodeVersion(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    throw new Stop(`Node ${LEAST.join('.')} or newer is needed; this is Node ${version}.`)
  }
}
