import type { Action } from '@tvl/model'

/** The pages of the console in the order of its bar, each offered to those who have the right it is for. */
export const CONSOLE_PAGES = [
  { to: '/manage', name: 'overview', needs: 'change-inventory' },
  { to: '/manage/units', name: 'units', needs: 'change-inventory' },
  { to: '/manage/import', name: 'import', needs: 'change-inventory' },
  { to: '/manage/demand', name: 'demand', needs: 'read-record' },
  { to: '/manage/history', name: 'history', needs: 'read-record' },
  { to: '/manage/people', name: 'people', needs: 'manage-people' },
] as const satisfies readonly {
  to: string
  name: string
  needs: Action
}[]

/** Whether a path belongs to the console. */
export const isConsole = (path: string): boolean => path === '/manage' || path.startsWith('/manage/')
