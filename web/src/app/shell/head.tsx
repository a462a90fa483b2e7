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
import { PageLink } from '../../ui/page-link.tsx'

const DisplayPanel = lazy(() => import('./display-panel.tsx').then((module) => ({ default: module.DisplayPanel })))

const PAGES = [
  { to: '/', name: 'explore' },
  { to: '/compare', name: 'compare' },
  { to: '/data', name: 'data' },
  { to: '/help', name: 'help' },
] as const

function Brand() {
  const t = useTranslations('common')
  return (
    <PageLink className="brand" to="/" aria-label={t('product')}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <span lang="en">{t('product')}</span>
    </PageLink>
  )
}

function Pages() {
  const t = useTranslations('common.nav')
  const { number } = useFormat()
  const [path] = useLocation()
  const compared = useApp((state) => state.compared.length)
  return (
    <nav className="pages" aria-label={t('label')}>
      {PAGES.map(({ to, name }) => (
        <PageLink key={to} to={to} aria-current={path === to ? 'page' : undefined}>
          {t(name)}
          {name === 'compare' && compared > 0 && <span className="count">{number(compared)}</span>}
        </PageLink>
      ))}
    </nav>
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
        <a
          key={language}
          href={hrefs[i]}
          hrefLang={language}
          lang={language}
          aria-label={LANGUAGE_NAMES[language].full}
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
  const t = useTranslations('common.display')
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <header className="head">
      <Brand />
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
    </header>
  )
}
