import { Popover } from '@base-ui/react/popover'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { DisplayChoices } from './display-choices.tsx'

/** The reader's display choices, beside the button that opened them. */
export function DisplayPanel({ anchor, onClose }: { anchor: RefObject<HTMLElement | null>; onClose: () => void }) {
  const t = useTranslations('common.display')
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} sideOffset={10} align="end" className="floating">
          <Popover.Popup className="panel display-panel" finalFocus={anchor}>
            <Popover.Title className="sr">{t('title')}</Popover.Title>
            <DisplayChoices />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
