import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { changeLanguage } from '../../i18n/change-language.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { Basket } from '../../ui/basket.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { Pages } from './pages.tsx'

const PhoneMenu = lazy(() => import('./phone-menu.tsx').then((module) => ({ default: module.PhoneMenu })))
const DisplayPanel = lazy(() => import('./display-panel.tsx').then((module) => ({ default: module.DisplayPanel })))

function Brand() {
  const t = useTranslations('common')
  return (
    <PageLink className="brand" to="/" aria-label={t('product')}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <span lang="en" dir="ltr">
        {t('product')}
      </span>
    </PageLink>
  )
}

/** Real links, so that a language can be opened beside another; a plain click switches in place. */
function Languages() {
  const t = useTranslations('common')
  const [path] = useLocation()
  const current = useApp((state) => state.language)
  const hrefs = useApp((state) =>
    LANGUAGES.map((language) => addressOf(path, state, { language, isLanguageChosen: true })).join('\n'),
  ).split('\n')
  return (
    <nav className="languages" aria-label={t('languages')}>
      {LANGUAGES.map((language, i) => (
        // React carries these into the head; readers of this relation want whole addresses.
        <link key={language} rel="alternate" hrefLang={language} href={new URL(hrefs[i] ?? '', location.href).href} />
      ))}
      {LANGUAGES.map((language, i) => (
        <a
          key={language}
          href={hrefs[i]}
          hrefLang={language}
          lang={language}
          aria-label={`${LANGUAGE_NAMES[language].short} ${LANGUAGE_NAMES[language].full}`}
          aria-current={current === language ? 'true' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
            event.preventDefault()
            void changeLanguage(language)
          }}
        >
          {LANGUAGE_NAMES[language].short}
        </a>
      ))}
    </nav>
  )
}

function BasketButton() {
  const t = useTranslations('common.basket')
  const { number } = useFormat()
  const kept = useShortlist((state) => state.ids.length)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="head-button head-basket" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('title')}
        {kept > 0 && <span className="count">{number(kept)}</span>}
      </button>
      <Basket isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}

/** The head of every page. */
export function Head() {
  const isPhone = useMedia(PHONE)
  return (
    <header className="head">
      <Brand />
      {isPhone ? <PhoneEnd /> : <DeskEnd />}
    </header>
  )
}

/** On a phone: the languages, and everything else behind one button. */
function PhoneEnd() {
  const t = useTranslations('common')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="head-end">
      <Languages />
      <button
        type="button"
        className="icon-btn"
        aria-label={t('nav.menu')}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <Icon name="menu" />
      </button>
      <Sheet isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('nav.menu')}>
        <PhoneMenu onLeave={() => setIsOpen(false)} />
      </Sheet>
    </div>
  )
}

function DeskEnd() {
  const t = useTranslations('common.display')
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Pages />
      <div className="head-end">
        <BasketButton />
        <button
          ref={button}
          type="button"
          className="head-button"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('title')}
        </button>
        {isOpen && (
          <Suspense fallback={null}>
            <DisplayPanel anchor={button} onClose={() => setIsOpen(false)} />
          </Suspense>
        )}
        <Languages />
      </div>
    </>
  )
}
