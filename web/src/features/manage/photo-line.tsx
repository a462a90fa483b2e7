import type { Photo } from '@tvl/model'
import { type ChangeEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { isDescribed } from './unit-change.ts'
import { useLanding } from './use-landing.ts'
import type { AddedPhoto, Photos } from './use-photos.ts'

const ALT = { fr: 'altFr', ar: 'altAr', en: 'altEn' } as const
const BYTES_PER_KB = 1000

interface PhotoLineProps {
  photos: Photos
  /** new ones of a change that is on its way */
  waiting: number
  unit: string
}

/** Photos and plans of a unit: taken, reduced and described here. */
export function PhotoLine({ photos, waiting, unit }: PhotoLineProps) {
  const t = useTranslations('manage.photo')
  const { number } = useFormat()
  const id = useId()
  const { part } = useLanding('photos')
  const count = photos.kept.length + photos.added.length
  const kb = Math.round(photos.added.reduce((sum, { file }) => sum + file.size, 0) / BYTES_PER_KB)
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const { files, value } = event.target
    if (files && value) void photos.add([...files])
    event.target.value = ''
  }
  return (
    <section ref={part} className="unit-line" aria-labelledby={id}>
      <div>
        <h2 id={id} className="unit-label">
          {t('title')}
        </h2>
        <p className="unit-value">
          {t('count', { count })}
          {kb > 0 && t('size', { kb: number(kb) })}
        </p>
        {waiting > 0 && <p className="note">{t('waiting', { count: waiting })}</p>}
        {photos.added.length > 0 && <p className="note">{t('reduced')}</p>}
      </div>
      <label className="unit-camera">
        <input type="file" accept="image/*" multiple className="sr" onChange={add} />
        <Icon name="camera" />
        <span>{t('add')}</span>
      </label>
      {count > 0 && (
        <ul className="unit-photos">
          {photos.kept.map((photo) => (
            <Kept key={photo.id} photo={photo} unit={unit} onRemove={() => photos.remove(photo)} />
          ))}
          {photos.added.map((photo) => (
            <Added key={photo.href} photo={photo} photos={photos} />
          ))}
        </ul>
      )}
      {photos.isRefused && (
        <p className="unit-wrong" role="alert">
          {t('refused')}
        </p>
      )}
    </section>
  )
}

function Kept({ photo, unit, onRemove }: { photo: Photo; unit: string; onRemove: () => void }) {
  const t = useTranslations('manage.photo')
  const { language } = useFormat()
  const words = photo[ALT[language]] ?? photo.altFr ?? photo.altAr ?? photo.altEn ?? t('of', { unit })
  return (
    <li>
      <img src={`/media/${photo.id}-small.webp`} width={photo.widthPx} height={photo.heightPx} alt={words} />
      <button type="button" className="link" aria-label={t('removeOf', { words })} onClick={onRemove}>
        {t('remove')}
      </button>
    </li>
  )
}

/** A new picture with its words, asked for in one language at least. */
function Added({ photo, photos }: { photo: AddedPhoto; photos: Photos }) {
  const t = useTranslations('manage.photo')
  const format = useFormat()
  const id = useId()
  const [isAll, setIsAll] = useState(false)
  // The reader's own language first; the others where somebody wants to write them.
  const ordered = [format.language, ...LANGUAGES.filter((language) => language !== format.language)]
  return (
    <li>
      <img src={photo.href} alt="" />
      <div className="unit-words">
        {ordered.slice(0, isAll ? undefined : 1).map((language) => (
          <p key={language} className="unit-field">
            <label htmlFor={`${id}-${language}`}>{t('words', { language: LANGUAGE_NAMES[language].full })}</label>
            <textarea
              id={`${id}-${language}`}
              lang={language}
              dir="auto"
              rows={2}
              maxLength={300}
              value={photo.words[ALT[language]] ?? ''}
              aria-required={!isDescribed(photo)}
              onChange={(event) =>
                photos.change(photo.href, {
                  words: { ...photo.words, [ALT[language]]: event.target.value === '' ? null : event.target.value },
                })
              }
            />
          </p>
        ))}
        <p className="unit-photo-acts">
          {!isAll && (
            <button type="button" className="link" onClick={() => setIsAll(true)}>
              {t('otherLanguages')}
            </button>
          )}
          <label>
            <input
              type="checkbox"
              className="check"
              checked={photo.kind === 'plan'}
              onChange={(event) => photos.change(photo.href, { kind: event.target.checked ? 'plan' : 'photo' })}
            />
            {t('isPlan')}
          </label>
          <button type="button" className="link" onClick={() => photos.remove(photo)}>
            {t('remove')}
          </button>
        </p>
      </div>
    </li>
  )
}
