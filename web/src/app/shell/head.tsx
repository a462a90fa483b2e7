import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { loadNamespaces } from '../../i18n/load-messages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { Basket } from '../../ui/basket.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { isConsole } from '../console/pages.ts'
import { Brand } from './brand.tsx'
import { LanguageLinks } from './language-links.tsx'
import { Pages } from './pages.tsx'

const PhoneMenu = lazy(() => import('./phone-menu.tsx').then((module) => ({ default: module.PhoneMenu })))
const DisplayPanel = lazy(() => import('./display-panel.tsx').then((module) => ({ default: module.DisplayPanel })))

function BasketButton() {
  const t = useTranslations('common.basket')
  const { number } = useFormat()
  const kept = useShortlist((state) => state.content.sites.length)
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

/** The console's own head comes with its phrases: who only looks for a site never loads them. */
const ConsoleHead = lazy(async () => {
  const [module] = await Promise.all([
    import('../console/console-head.tsx'),
    loadNamespaces(useApp.getState().language, ['console']),
  ])
  return { default: module.ConsoleHead }
})

/** The head of every page. */
export function Head() {
  const isPhone = useMedia(PHONE)
  const [path] = useLocation()
  if (isConsole(path)) {
    return (
      <Suspense fallback={<header className="head" />}>
        <ConsoleHead />
      </Suspense>
    )
  }
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
      <LanguageLinks />
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
        <LanguageLinks />
      </div>
    </>
  )
}
