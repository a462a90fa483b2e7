import './console.css'
import { Popover } from '@base-ui/react/popover'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConsoleContext, type ConsoleState } from '../../state/console.ts'
import { useHeadSlot } from '../../ui/head-title.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PHONE, useMedia } from '../../ui/use-media.ts'
import { Brand } from '../shell/brand.tsx'
import { LanguageLinks } from '../shell/language-links.tsx'
import { Account } from './account.tsx'
import { ConsolePages } from './console-pages.tsx'
import { Outbox } from './outbox-line.tsx'
import { useConsoleState } from './use-console-state.ts'
import { useRights } from './use-rights.ts'
import { ZoneChoice } from './zone-choice.tsx'

/** The console's own head: its pages, the zone that is looked at, what waits to be sent, and who is signed in. */
export function ConsoleHead() {
  const isPhone = useMedia(PHONE)
  const { state } = useConsoleState()
  return (
    <header className="head console-head">
      <Brand />
      {state ? (
        <ConsoleContext value={state}>{isPhone ? <PhoneEnd /> : <DeskEnd state={state} />}</ConsoleContext>
      ) : (
        <div className="head-end">
          <LanguageLinks />
        </div>
      )}
    </header>
  )
}

const setSlot = (element: HTMLElement | null) => useHeadSlot.setState({ element })

/** On a phone: the page's own title, whether there is a network, and everything else behind one button. */
function PhoneEnd() {
  const t = useTranslations('common')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <div className="head-slot" ref={setSlot} />
      <div className="head-end">
        <Outbox />
        <button
          type="button"
          className="icon-btn"
          aria-label={t('nav.menu')}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
        >
          <Icon name="menu" />
        </button>
      </div>
      <Sheet isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('nav.menu')}>
        <div className="phone-menu console-menu">
          <ConsolePages onLeave={() => setIsOpen(false)} />
          <ZoneChoice />
          <LanguageLinks />
          <Account />
        </div>
      </Sheet>
    </>
  )
}

function DeskEnd({ state }: { state: ConsoleState }) {
  const t = useTranslations('console')
  const rights = useRights(state)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <ConsolePages />
      <div className="head-end">
        <Outbox />
        <ZoneChoice />
        <button
          ref={button}
          type="button"
          className="head-button"
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(!isOpen)}
        >
          {rights[0] ?? state.person.name}
        </button>
        <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
          <Popover.Portal>
            <Popover.Positioner anchor={button} sideOffset={10} align="end" className="floating">
              <Popover.Popup className="panel" finalFocus={button}>
                <Popover.Title className="sr">{t('account')}</Popover.Title>
                <Account />
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
        <LanguageLinks />
      </div>
    </>
  )
}
