import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { cityOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { evidenceOfUnits, type ShownSite, siteName } from '../../ui/shortlist/frozen-words.ts'
import { MonthlyFigure } from '../../ui/shortlist/monthly-figure.tsx'
import { ScoreFigure } from '../../ui/shortlist/score-figure.tsx'

interface LineProps {
  one: ShownSite
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  /** Null: the line above is none of offices of this zone. */
  onJoin: (() => void) | null
  onNote: (language: 'fr' | 'ar' | 'en', text: string) => void
}

/** One site of a shortlist that is being written. */
export function Line({ one, isFirst, isLast, onMove, onRemove, onJoin, onNote }: LineProps) {
  const t = useTranslations('shortlist')
  const format = useFormat()
  const { site, totals, line } = one
  const name = siteName(one, format)
  return (
    <li className="shortlist-line">
      <span className="dossier-place" aria-hidden="true">
        {format.number(totals.place)}
      </span>
      <div className="shortlist-what">
        <PageLink className="row-name" to={`/zones/${site.zone.id}`}>
          {name}
        </PageLink>
        <span className="note">{cityOf(site.zone.properties, format.language)}</span>
        {onJoin && (
          <button type="button" className="link" onClick={onJoin}>
            {t('join')}
          </button>
        )}
      </div>
      <div className="shortlist-sum">
        <ScoreFigure totals={totals} unit={t('ofHundred')} />
      </div>
      <div className="shortlist-sum">
        <MonthlyFigure totals={totals} provenance={evidenceOfUnits(site)} unit={t('perMonth')} />
      </div>
      <div className="shortlist-acts">
        <button
          type="button"
          className="icon-btn"
          aria-label={t('up', { site: name })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          className="icon-btn"
          aria-label={t('down', { site: name })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          <span aria-hidden="true">↓</span>
        </button>
        <button
          type="button"
          className="icon-btn shortlist-remove"
          aria-label={t('removeSite', { site: name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      <Notes notes={line.notes} name={name} onNote={onNote} />
    </li>
  )
}

/** What the agency says of a site, in each language. Written ones are there at once, the others behind a button. */
function Notes({
  notes,
  name,
  onNote,
}: {
  notes: ShownSite['line']['notes']
  name: string
  onNote: LineProps['onNote']
}) {
  const t = useTranslations('shortlist.notes')
  const id = useId()
  const [opened, setOpened] = useState<readonly string[]>([])
  const isShown = (language: 'fr' | 'ar' | 'en') => notes[language] !== null || opened.includes(language)
  return (
    <div className="shortlist-notes">
      {LANGUAGES.filter(isShown).map((language) => (
        <div key={language}>
          <label htmlFor={`${id}${language}`}>{t('label', { language: LANGUAGE_NAMES[language].full })}</label>
          <textarea
            id={`${id}${language}`}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            rows={2}
            maxLength={2000}
            value={notes[language] ?? ''}
            onChange={({ target }) => onNote(language, target.value)}
          />
        </div>
      ))}
      <p>
        {LANGUAGES.filter((language) => !isShown(language)).map((language) => (
          <button
            key={language}
            type="button"
            className="link"
            aria-label={t('addTo', { language: LANGUAGE_NAMES[language].full, site: name })}
            onClick={() => setOpened([...opened, language])}
          >
            {t('add', { language: LANGUAGE_NAMES[language].full })}
          </button>
        ))}
      </p>
    </div>
  )
}
