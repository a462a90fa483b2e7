import './shell/shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslations } from 'use-intl'
import { Route, Switch, useLocation } from 'wouter'
import { queryClient } from '../api/query-client.ts'
import { readCatalogue } from '../api/zone-index.ts'
import { Phrases } from '../i18n/phrases.tsx'
import { asOf } from '../state/as-of.ts'
import { followUrl } from '../state/url.ts'
import { CarriedState } from '../ui/carried-state.tsx'
import { Sprite } from '../ui/sprite.tsx'
import { Asking } from './asking.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { NotFound } from './not-found.tsx'
import { ROUTES, routeOf } from './routes.tsx'
import { Head } from './shell/head.tsx'

/** Only a page of the past pays for it. */
const Past = lazy(() => import('./shell/past.tsx').then((module) => ({ default: module.Past })))

function Wait() {
  const t = useTranslations('common')
  return (
    <main id="main" className="page-wait" aria-busy="true">
      <p className="sr">{t('loading')}</p>
    </main>
  )
}

function Page() {
  const t = useTranslations('common')
  const [path] = useLocation()
  const pages = (
    <Switch>
      {ROUTES.map(({ path: pattern, component }) => (
        <Route key={pattern} path={pattern} component={component} />
      ))}
      <Route component={NotFound} />
    </Switch>
  )
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Sprite />
      <Head />
      <ErrorBoundary resetKey={path}>
        <Suspense fallback={<Wait />}>{asOf === null ? pages : <Past>{pages}</Past>}</Suspense>
      </ErrorBoundary>
      <Asking />
    </>
  )
}

/** ms that the first render waits for data that its code has overtaken. */
const PATIENCE_MS = 300

/**
 * Fetches the page that the address asks for. A failure shows when the page does. With `readsCatalogue` its data is
 * waited for too, a moment at most: what is there already renders once, and not once for each answer that comes.
 */
export async function preloadPage(path: string, readsCatalogue: boolean): Promise<void> {
  const data = readsCatalogue ? readCatalogue() : Promise.resolve()
  await routeOf(path)
    ?.preload()
    .catch(() => null)
  await Promise.race([data, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}

/** Puts the application on the page. The phrases of `common` and `provenance` must be there already. */
export function mount(root: HTMLElement): void {
  followUrl()
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Phrases>
        <CarriedState>
          <Page />
        </CarriedState>
      </Phrases>
    </QueryClientProvider>,
  )
  // The past does not change.
  if (asOf !== null) return
  // After the page stands: nothing of it waits for changes that may come.
  const follow = () => void import('../api/live.ts').then(({ followChanges }) => followChanges())
  if ('requestIdleCallback' in window) requestIdleCallback(follow, { timeout: 5000 })
  else setTimeout(follow, 2000)
}
