import type { Action } from '@tvl/model'

/** The two halves of the console: who keeps the inventory true, and who answers investors with it. */
export const CONSOLE_PARTS = ['manage', 'agency'] as const
export type ConsolePart = (typeof CONSOLE_PARTS)[number]

interface ConsolePage {
  part: ConsolePart
  to: string
  name: string
  /** The right that it is for: offered to nobody else. */
  needs: Action
}

/** The pages of the console in the order of its bar. */
export const CONSOLE_PAGES = [
  { part: 'manage', to: '/manage', name: 'overview', needs: 'change-inventory' },
  { part: 'manage', to: '/manage/units', name: 'units', needs: 'change-inventory' },
  { part: 'manage', to: '/manage/import', name: 'import', needs: 'change-inventory' },
  { part: 'manage', to: '/manage/demand', name: 'demand', needs: 'read-record' },
  { part: 'manage', to: '/manage/history', name: 'history', needs: 'read-record' },
  { part: 'manage', to: '/manage/people', name: 'people', needs: 'manage-people' },
  { part: 'agency', to: '/agency', name: 'shortlists', needs: 'keep-shortlists' },
  { part: 'agency', to: '/agency/alerts', name: 'alerts', needs: 'keep-shortlists' },
  { part: 'agency', to: '/agency/enquiries', name: 'enquiries', needs: 'answer-enquiries' },
  { part: 'agency', to: '/agency/requests', name: 'requests', needs: 'answer-enquiries' },
  { part: 'agency', to: '/agency/visits', name: 'visits', needs: 'keep-shortlists' },
  { part: 'agency', to: '/agency/brand', name: 'brand', needs: 'change-brand' },
] as const satisfies readonly ConsolePage[]

const isUnder = (path: string, part: ConsolePart): boolean => path === `/${part}` || path.startsWith(`/${part}/`)

/** The half of the console that a path belongs to; undefined: the path is not of the console. */
export const partOf = (path: string): ConsolePart | undefined => CONSOLE_PARTS.find((part) => isUnder(path, part))

/** Whether a path belongs to the console. */
export const isConsole = (path: string): boolean => partOf(path) !== undefined
