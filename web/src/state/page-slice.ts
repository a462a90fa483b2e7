import type { StateCreator } from 'zustand'
import type { NeedSlice } from './need-slice.ts'

/** Parameters that one page keeps in its address. A page adds its own here; url.ts drops every other. */
export const PAGE_PARAMS = {
  explore: [],
  zone: ['on', 'floor', 'building'],
  compare: ['kind', 'differences', 'weights', 'vetoes'],
  enquiry: [],
  data: [],
  freshness: ['region'],
  help: [],
  'sign-in': ['to', 'problem'],
  shortlist: [],
  share: [],
  /** Every page of the console looks at one zone; the grid and the history have views of their own. */
  console: [
    'zone',
    'show',
    'group',
    'sort',
    'q',
    'more',
    'on',
    'building',
    'office',
    'person',
    'day',
    'kind',
    'import',
    'sites',
    'enquiry',
  ],
  other: [],
} as const satisfies Record<string, readonly string[]>

export type Page = keyof typeof PAGE_PARAMS
export type PageParam = (typeof PAGE_PARAMS)[Page][number]

export interface PageSlice {
  /** Text of this page's own parameters; absent = default. The page validates what it reads. */
  params: Readonly<Partial<Record<PageParam, string>>>
  setParam: (name: PageParam, value: string | null, step?: 'push' | 'replace') => void
}

export const createPageSlice: StateCreator<PageSlice & NeedSlice, [], [], PageSlice> = (set) => ({
  params: {},
  setParam: (name, value, step = 'replace') =>
    set((state) => {
      const { [name]: _, ...others } = state.params
      return { params: value === null ? others : { ...others, [name]: value }, step }
    }),
})
