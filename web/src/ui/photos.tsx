import './photos.css'
import type { Language, Photo } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApp } from '../state/store.ts'
import { Sheet } from './sheet.tsx'

const ALT = { fr: 'altFr', ar: 'altAr', en: 'altEn' } as const satisfies Record<Language, keyof Photo>

/** What a picture shows: in the reader's language, else in one that has words, with that language named. */
function describedIn(photo: Photo, language: Language): { alt: string; lang: Language } | null {
  for (const lang of [language, 'fr', 'ar', 'en'] as const) {
    const alt = photo[ALT[lang]]
    if (alt) return { alt, lang }
  }
  return null
}

/** Photos and plans of a site as a strip; each opens in full. Nothing at all where there is none. */
export function Photos({ photos, of }: { photos: readonly Photo[] | undefined; of: string }) {
  const t = useTranslations('common.photos')
  const language = useApp((state) => state.language)
  const [open, setOpen] = useState<Photo | null>(null)
  if (!photos || photos.length === 0) return null
  const words = (photo: Photo) => describedIn(photo, language) ?? { alt: t(photo.kind, { of }), lang: language }
  const shown = open && words(open)
  return (
    <>
      <ul className="photos">
        {photos.map((photo) => {
          const { alt, lang } = words(photo)
          return (
            <li key={photo.id}>
              <button type="button" className="photo" aria-haspopup="dialog" onClick={() => setOpen(photo)}>
                <img
                  src={`/media/${photo.id}-small.webp`}
                  width={photo.widthPx}
                  height={photo.heightPx}
                  alt={alt}
                  lang={lang}
                  loading="lazy"
                  decoding="async"
                />
              </button>
            </li>
          )
        })}
      </ul>
      <Sheet isOpen={open !== null} onClose={() => setOpen(null)} title={open ? t(open.kind, { of }) : ''}>
        {open && shown && (
          <figure className="photo-full">
            <img src={`/media/${open.id}.webp`} width={open.widthPx} height={open.heightPx} alt="" />
            <figcaption lang={shown.lang} dir="auto">
              {shown.alt}
            </figcaption>
          </figure>
        )}
      </Sheet>
    </>
  )
}
