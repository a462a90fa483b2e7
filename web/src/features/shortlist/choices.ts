import type { Shortlist, ShortlistConflict } from '@tvl/model'

export type Choice = 'theirs' | 'yours'

/** Puts what one chose of one’s own over a merge in which theirs stands, conflict by conflict. */
export function applyChoices(
  merged: Shortlist,
  conflicts: readonly ShortlistConflict[],
  choices: readonly Choice[],
): Shortlist {
  return conflicts.reduce(
    (content, conflict, i) => (choices[i] === 'yours' ? withYours(content, conflict) : withTheirs(content, conflict)),
    merged,
  )
}

function withTheirs(content: Shortlist, { field, siteId, theirs }: ShortlistConflict): Shortlist {
  // They took the line out, and the merge kept it because one had written on it.
  if (field !== 'site' || theirs !== null) return content
  return { ...content, sites: content.sites.filter(({ id }) => id !== siteId) }
}

function withYours(content: Shortlist, { field, siteId, yours }: ShortlistConflict): Shortlist {
  if (field === 'site') {
    return yours === null ? { ...content, sites: content.sites.filter(({ id }) => id !== siteId) } : content
  }
  if (field === 'sequence') {
    const order = yours as readonly string[]
    const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
    return { ...content, sites: [...content.sites].sort((a, b) => place(a.id) - place(b.id)) }
  }
  if (siteId === null) return { ...content, [field]: yours }
  const [, language] = field.split('.')
  return {
    ...content,
    sites: content.sites.map((site) => {
      if (site.id !== siteId) return site
      return language
        ? { ...site, notes: { ...site.notes, [language]: yours } }
        : { ...site, officeIds: yours as string[] }
    }),
  }
}
