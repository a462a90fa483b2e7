import type { BrowserContext, Page, Response } from '@playwright/test'

/**
 * The policy under which every page of the product must work, free of any `unsafe-*`. It is the one measured with the
 * map, and the page's own manifest, which browsers with a window fetch.
 */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const directivesOf = (policy: string) =>
  new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources] as const
    }),
  )

/** What a policy allows beyond PAGE_POLICY; empty when it is as strict or stricter. */
export function looserThanPage(policy: string): string[] {
  const allowed = directivesOf(PAGE_POLICY)
  const own = directivesOf(policy)
  const loose: string[] = []
  for (const [name, sources] of own) {
    // `form-action` has no fallback on default-src: naming it only ever restricts.
    const limit = allowed.get(name) ?? (name === 'form-action' ? ["'self'", "'none'"] : ["'none'"])
    loose.push(...sources.filter((source) => !limit.includes(source)).map((source) => `${name} ${source}`))
  }
  for (const name of ['default-src', 'base-uri', 'frame-ancestors'])
    if (own.get(name)?.join(' ') !== "'none'") loose.push(`${name} is not 'none'`)
  return loose
}

export interface Guard {
  /** What went wrong so far, a line each. */
  faults: string[]
  /** Console lines that this test provokes on purpose, e.g. by cutting the network. */
  expectConsole: (...lines: RegExp[]) => void
}

/** Pages drawn by the server itself, each under a policy of its own that must not be looser. */
const isServersOwn = (path: string) => path.startsWith('/ogc') || path.startsWith('/api')

/** Watches all pages of a context: foreign hosts, console, uncaught errors, policy headers and violations. */
export async function watch(context: BrowserContext, origin: string): Promise<Guard> {
  const faults: string[] = []
  const expected: RegExp[] = []

  const checkPolicy = (response: Response) => {
    const { pathname } = new URL(response.url())
    const policy = response.headers()['content-security-policy'] ?? ''
    if (!isServersOwn(pathname)) {
      if (policy !== PAGE_POLICY) faults.push(`policy of ${pathname}: ${policy}`)
      return
    }
    for (const loose of looserThanPage(policy)) faults.push(`policy of ${pathname} allows more: ${loose}`)
  }
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      const line = message.text()
      if (!expected.some((pattern) => pattern.test(line))) faults.push(`console ${message.type()}: ${line}`)
    })
    page.on('crash', () => faults.push('the page crashed'))
  }

  context.on('request', (request) => {
    const url = new URL(request.url())
    if (['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin) return
    faults.push(`request to another host: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.request().resourceType() === 'document' && new URL(response.url()).origin === origin)
      checkPolicy(response)
  })
  context.on('page', watchPage)
  for (const page of context.pages()) watchPage(page)
  await context.exposeFunction('reportViolation', (line: string) => faults.push(`policy violated: ${line}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (line: string) => void }).reportViolation
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  return { faults, expectConsole: (...lines) => expected.push(...lines) }
}
