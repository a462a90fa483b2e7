import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { loadNamespaces } from '../i18n/load-messages.ts'
import type { Namespace } from '../i18n/messages.ts'
import { useApp } from '../state/store.ts'

/** A page that fetches its code and its phrases at the same time. */
function page(
  load: () => Promise<ComponentType>,
  namespaces: readonly Namespace[],
): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadNamespaces(useApp.getState().language, namespaces)])
    return { default: component }
  })
}

export interface Route {
  /** wouter pattern */
  path: string
  component: LazyExoticComponent<ComponentType>
}

/** Every page of the product. A new one is a line here, a folder in `features/` and a namespace in `i18n/`. */
export const ROUTES: readonly Route[] = [
  {
    path: '/',
    component: page(
      () => import('../features/explore/explore.tsx').then((module) => module.Explore),
      ['explore', 'need', 'map'],
    ),
  },
  {
    path: '/zones/:id',
    component: page(() => import('../features/zone/zone.tsx').then((module) => module.Zone), ['zone', 'need', 'map']),
  },
  {
    path: '/compare',
    component: page(
      () => import('../features/compare/compare.tsx').then((module) => module.Compare),
      ['compare', 'need'],
    ),
  },
  {
    path: '/help',
    component: page(() => import('../features/help/help.tsx').then((module) => module.Help), ['help']),
  },
]
