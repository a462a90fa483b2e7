import type { Photo } from '@tvl/model'
import { del, get, set } from 'idb-keyval'
import { useEffect, useRef, useState } from 'react'
import { reducePicture } from '../../api/media.ts'
import type { Picture } from '../../state/outbox-pictures.ts'

/** A picture taken here: reduced, not yet sent. */
export interface AddedPhoto extends Pick<Picture, 'file' | 'kind' | 'words'> {
  /** address of the reduced picture in this page */
  href: string
}

export interface Photos {
  /** of those that are published, the ones that stay */
  kept: readonly Photo[]
  added: readonly AddedPhoto[]
  isChanged: boolean
  /** a file was no picture */
  isRefused: boolean
  add: (files: readonly File[]) => Promise<void>
  change: (href: string, part: Partial<Pick<AddedPhoto, 'kind' | 'words'>>) => void
  remove: (one: Photo | AddedPhoto) => void
  /** Those of a change that was refused come back. */
  restore: (pictures: readonly Picture[]) => void
  reset: () => void
}

interface Draft {
  added: readonly AddedPhoto[]
  /** ids of published pictures that go */
  removed: readonly string[]
}

/** With an address in this page for each, noted among those to give back. */
const shown = (pictures: readonly Omit<AddedPhoto, 'href'>[], hrefs: Set<string>): AddedPhoto[] =>
  pictures.map(({ file, kind, words }) => {
    const href = URL.createObjectURL(file)
    hrefs.add(href)
    return { file, href, kind, words }
  })

const NONE: Draft = { added: [], removed: [] }
const NO_WORDS = { altFr: null, altAr: null, altEn: null }

/**
 * The pictures of a unit as they are being changed. They are reduced here, which takes the place out of them too, and
 * kept on this device until they are published or taken away: a reload loses none.
 * @param key of whom they are and of which unit
 */
export function usePhotos(key: string, published: readonly Photo[] = []): Photos {
  /** null: what this device has kept is not read yet */
  const [kept, setKept] = useState<Draft | null>(null)
  const [isRefused, setIsRefused] = useState(false)
  const hrefs = useRef(new Set<string>())
  const draft = kept ?? NONE
  const keep = (change: (now: Draft) => Draft) => setKept((now) => change(now ?? NONE))
  useEffect(() => {
    const made = hrefs.current
    let isOver = false
    const take = (found: Draft = NONE) => {
      if (isOver) return
      const back = shown(found.added, made)
      setKept((now) => ({
        added: [...back, ...(now?.added ?? [])],
        removed: [...new Set([...found.removed, ...(now?.removed ?? [])])],
      }))
    }
    // A browser that keeps nothing (a private window, say) has nothing to give back.
    get<Draft>(key).then(take, () => take())
    return () => {
      isOver = true
      for (const href of made) URL.revokeObjectURL(href)
    }
  }, [key])
  useEffect(() => {
    if (!kept) return
    const isEmpty = kept.added.length === 0 && kept.removed.length === 0
    const written = isEmpty ? del(key) : set(key, kept)
    // A browser that keeps nothing still holds them while the page is open.
    written.catch(() => undefined)
  }, [key, kept])
  const put = (pictures: readonly Omit<AddedPhoto, 'href'>[]) => {
    const more = shown(pictures, hrefs.current)
    keep((now) => ({ ...now, added: [...now.added, ...more] }))
  }
  const add = async (files: readonly File[]) => {
    setIsRefused(false)
    for (const from of files) {
      try {
        put([{ file: await reducePicture(from), kind: 'photo', words: NO_WORDS }])
      } catch {
        setIsRefused(true)
      }
    }
  }
  return {
    kept: published.filter(({ id }) => !draft.removed.includes(id)),
    added: draft.added,
    isChanged: draft.removed.length > 0,
    isRefused,
    add,
    restore: put,
    change: (href, part) =>
      keep((now) => ({ ...now, added: now.added.map((one) => (one.href === href ? { ...one, ...part } : one)) })),
    remove: (one) =>
      keep((now) =>
        'href' in one
          ? { ...now, added: now.added.filter(({ href }) => href !== one.href) }
          : { ...now, removed: [...now.removed, one.id] },
      ),
    reset: () => keep(() => NONE),
  }
}
