import type { Photo } from '@tvl/model'
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

const NO_WORDS = { altFr: null, altAr: null, altEn: null }

/** The pictures of a unit as they are being changed. They are reduced here, which takes the place out of them too. */
export function usePhotos(published: readonly Photo[] = []): Photos {
  const [added, setAdded] = useState<readonly AddedPhoto[]>([])
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set())
  const [isRefused, setIsRefused] = useState(false)
  const hrefs = useRef(new Set<string>())
  useEffect(() => {
    const made = hrefs.current
    return () => {
      for (const href of made) URL.revokeObjectURL(href)
    }
  }, [])
  const add = async (files: readonly File[]) => {
    setIsRefused(false)
    for (const from of files) {
      try {
        const file = await reducePicture(from)
        const href = URL.createObjectURL(file)
        hrefs.current.add(href)
        setAdded((others) => [...others, { file, href, kind: 'photo', words: NO_WORDS }])
      } catch {
        setIsRefused(true)
      }
    }
  }
  const restore = (pictures: readonly Picture[]) => {
    const back = pictures.map(({ file, kind, words }) => {
      const href = URL.createObjectURL(file)
      hrefs.current.add(href)
      return { file, href, kind, words }
    })
    setAdded((others) => [...others, ...back])
  }
  return {
    kept: published.filter(({ id }) => !removed.has(id)),
    added,
    isChanged: removed.size > 0,
    isRefused,
    add,
    restore,
    change: (href, part) => setAdded((all) => all.map((one) => (one.href === href ? { ...one, ...part } : one))),
    remove: (one) => {
      if ('href' in one) setAdded((all) => all.filter(({ href }) => href !== one.href))
      else setRemoved((all) => new Set([...all, one.id]))
    },
    reset: () => {
      setAdded([])
      setRemoved(new Set())
    },
  }
}
