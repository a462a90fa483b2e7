import { isSameSite, NO_SHORTLIST, needPairs, type Shortlist, siteLine } from '@tvl/model'
import { v4 as newId } from 'uuid'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { useApp } from './store.ts'

interface ShortlistState {
  /** The shortlist of this browser: nothing of it is sent anywhere. */
  content: Shortlist
  /** Ids of the zones kept as a whole, in their order. */
  ids: readonly string[]
  /** What it was before the last change that took something away. */
  before: Shortlist | null
  /** Keeps a zone, or offices of it, or no longer. */
  toggle: (zoneId: string, officeIds?: readonly string[]) => void
  change: (content: Shortlist, isUndoable?: boolean) => void
  undo: () => void
  clear: () => void
}

const wholeZones = ({ sites }: Shortlist): string[] =>
  sites.filter(({ officeIds }) => officeIds.length === 0).map(({ zoneId }) => zoneId)

const holding = (content: Shortlist) => ({ content, ids: wholeZones(content) })

/** A shortlist with a zone or an office in it, or without: with the first one comes the need that was being asked. */
export function toggled(content: Shortlist, zoneId: string, officeIds: readonly string[] = []): Shortlist {
  const line = siteLine(newId(), zoneId, officeIds)
  const rest = content.sites.filter((site) => !isSameSite(site, line))
  if (rest.length < content.sites.length) return { ...content, sites: rest }
  const need = content.sites.length === 0 ? needPairs(useApp.getState().need) : content.need
  return { ...content, need, sites: [...content.sites, line] }
}

/** The basket. It lies in this browser alone. */
export const useShortlist = create<ShortlistState>()(
  persist(
    (set) => ({
      ...holding(NO_SHORTLIST),
      before: null,
      toggle: (zoneId, officeIds) =>
        set(({ content }) => ({ ...holding(toggled(content, zoneId, officeIds)), before: content })),
      change: (content, isUndoable = false) =>
        set((state) => ({ ...holding(content), before: isUndoable ? state.content : state.before })),
      undo: () => set(({ before }) => (before ? { ...holding(before), before: null } : {})),
      clear: () => set(({ content }) => ({ ...holding(NO_SHORTLIST), before: content })),
    }),
    {
      name: 'tvl.shortlist',
      version: 2,
      partialize: ({ content }) => ({ content }),
      merge: (kept, state) => {
        const { content } = (kept ?? {}) as { content?: Shortlist }
        return content ? { ...state, ...holding({ ...NO_SHORTLIST, ...content }) } : state
      },
      // The first version knew zones alone.
      migrate: (kept) => {
        const { ids = [] } = (kept ?? {}) as { ids?: string[] }
        return { content: { ...NO_SHORTLIST, sites: ids.map((id) => siteLine(newId(), id)) } }
      },
    },
  ),
)
