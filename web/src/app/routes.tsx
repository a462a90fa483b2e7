import { type ComponentType, lazy, useState } from 'react'
import { loadNamespaces } from '../i18n/load-messages.ts'
import type { Namespace } from '../i18n/messages.ts'
import { useApp } from '../state/store.ts'

interface LoadedPage {
  component: ComponentType
  /** Fetches the page before it is shown: a page that is there already renders without waiting. */
  preload: () => Promise<unknown>
}

/** A page that fetches its code and its phrases at the same time. */
function page(load: () => Promise<ComponentType>, namespaces: readonly Namespace[]): LoadedPage {
  let loaded: ComponentType | null = null
  const preload = async () => {
    const [component] = await Promise.all([load(), loadNamespaces(useApp.getState().language, namespaces)])
    loaded = component
    return { default: component }
  }
  const Late = lazy(preload)
  return {
    preload,
    component: function Page() {
      // Chosen once a visit: changing from one to the other would throw the page's state away.
      const [Present] = useState(() => loaded ?? Late)
      return <Present />
    },
  }
}

/** A page of the console, shown to who is signed in, within the console's own frame. */
const consolePage = (load: () => Promise<ComponentType>, namespaces: readonly Namespace[]): LoadedPage =>
  page(async () => {
    const [{ ConsoleFrame }, Content] = await Promise.all([import('./console/console-frame.tsx'), load()])
    return () => (
      <ConsoleFrame>
        <Content />
      </ConsoleFrame>
    )
  }, ['console', ...namespaces])

/** What every view of a shortlist says. */
const DOSSIER_PHRASES = ['dossier', 'provenance', 'need'] as const

const ENQUIRY_PHRASES = ['enquiries', 'need'] as const
const MANAGE_PHRASES = ['manage', 'zone', 'need'] as const

export interface Route extends LoadedPage {
  /** wouter pattern */
  path: string
}

/** Every page of the product. A new one is a line here, a folder in `features/` and a namespace in `i18n/`. */
export const ROUTES: readonly Route[] = [
  {
    path: '/',
    ...page(
      () => import('../features/explore/explore.tsx').then((module) => module.Explore),
      ['explore', 'need', 'map'],
    ),
  },
  {
    path: '/zones/:id',
    ...page(() => import('../features/zone/zone.tsx').then((module) => module.Zone), ['zone', 'need', 'map']),
  },
  {
    path: '/compare',
    ...page(() => import('../features/compare/compare.tsx').then((module) => module.Compare), ['compare', 'need']),
  },
  {
    path: '/shortlist',
    ...page(
      () => import('../features/shortlist/shortlist.tsx').then((module) => module.ShortlistPage),
      [...DOSSIER_PHRASES, 'shortlist'],
    ),
  },
  {
    path: '/s/:token',
    ...page(() => import('../features/share/share.tsx').then((module) => module.Share), [...DOSSIER_PHRASES, 'share']),
  },
  {
    path: '/agency',
    ...consolePage(
      () => import('../features/shortlist/kept-list.tsx').then((module) => module.KeptList),
      [...DOSSIER_PHRASES, 'shortlist'],
    ),
  },
  {
    path: '/agency/shortlists/:id',
    ...consolePage(
      () => import('../features/shortlist/kept-shortlist.tsx').then((module) => module.KeptShortlist),
      [...DOSSIER_PHRASES, 'shortlist'],
    ),
  },
  {
    path: '/agency/alerts',
    ...consolePage(
      () => import('../features/alerts/alerts.tsx').then((module) => module.Alerts),
      ['alerts', 'dossier'],
    ),
  },
  {
    path: '/agency/visits',
    ...consolePage(() => import('../features/visits/visits.tsx').then((module) => module.Visits), ['visits']),
  },
  {
    path: '/enquiry',
    ...page(() => import('../features/enquiry/enquiry.tsx').then((module) => module.Enquiry), ['enquiry', 'need']),
  },
  {
    path: '/data',
    ...page(() => import('../features/data/data.tsx').then((module) => module.Data), ['data']),
  },
  {
    path: '/freshness',
    ...page(() => import('../features/freshness/freshness.tsx').then((module) => module.Freshness), ['freshness']),
  },
  {
    path: '/help',
    ...page(() => import('../features/help/help.tsx').then((module) => module.Help), ['help']),
  },
  {
    path: '/sign-in',
    ...page(() => import('../features/account/sign-in.tsx').then((module) => module.SignIn), ['account']),
  },
  {
    path: '/account',
    ...page(() => import('../features/account/own-account.tsx').then((module) => module.OwnAccount), ['account']),
  },
  {
    path: '/forgot',
    ...page(() => import('../features/account/forgot.tsx').then((module) => module.Forgot), ['account']),
  },
  {
    path: '/reset/:token',
    ...page(() => import('../features/account/reset.tsx').then((module) => module.Reset), ['account']),
  },
  {
    path: '/invitation/:token',
    ...page(() => import('../features/account/invitation.tsx').then((module) => module.Invitation), ['account']),
  },
  {
    path: '/manage',
    ...consolePage(() => import('../features/manage/manage.tsx').then((module) => module.Manage), MANAGE_PHRASES),
  },
  {
    path: '/manage/buildings/:id',
    ...consolePage(
      () => import('../features/manage/building.tsx').then((module) => module.BuildingPage),
      MANAGE_PHRASES,
    ),
  },
  {
    path: '/manage/offices/:id',
    ...consolePage(() => import('../features/manage/office.tsx').then((module) => module.OfficePage), MANAGE_PHRASES),
  },
  {
    path: '/manage/units',
    ...consolePage(() => import('../features/grid/grid.tsx').then((module) => module.Grid), ['grid', 'manage']),
  },
  {
    path: '/manage/import',
    ...consolePage(() => import('../features/import/import.tsx').then((module) => module.Import), ['import']),
  },
  {
    path: '/manage/demand',
    ...consolePage(() => import('../features/demand/demand.tsx').then((module) => module.Demand), ['demand']),
  },
  {
    path: '/manage/history',
    ...consolePage(() => import('../features/history/history.tsx').then((module) => module.History), ['history']),
  },
  {
    path: '/agency/enquiries',
    ...consolePage(
      () => import('../features/enquiries/enquiries.tsx').then((module) => module.Enquiries),
      ENQUIRY_PHRASES,
    ),
  },
  {
    path: '/agency/enquiries/report',
    ...consolePage(
      () => import('../features/enquiries/report.tsx').then((module) => module.EnquiryReportPage),
      ENQUIRY_PHRASES,
    ),
  },
  {
    path: '/agency/enquiries/:id',
    ...consolePage(
      () => import('../features/enquiries/enquiry-page.tsx').then((module) => module.EnquiryPage),
      ENQUIRY_PHRASES,
    ),
  },
  {
    path: '/manage/people',
    ...consolePage(() => import('../features/people/people.tsx').then((module) => module.People), ['people']),
  },
  {
    path: '/agency/brand',
    ...consolePage(() => import('../features/brand/brand.tsx').then((module) => module.Brand), ['brand']),
  },
  {
    path: '/agency/requests',
    ...consolePage(() => import('../features/requests/requests.tsx').then((module) => module.Requests), ['requests']),
  },
  {
    path: '/agency/requests/:id',
    ...consolePage(() => import('../features/requests/request.tsx').then((module) => module.RequestPage), ['requests']),
  },
]

/** The route of a path, if there is one. */
export const routeOf = (path: string): Route | undefined =>
  ROUTES.find((route) => {
    const [start = '', parameter] = route.path.split(':')
    return parameter === undefined ? path === route.path : path.startsWith(start) && path.length > start.length
  })
