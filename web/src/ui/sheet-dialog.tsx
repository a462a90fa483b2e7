import './sheet.css'
import { Dialog } from '@base-ui/react/dialog'
import { useTranslations } from 'use-intl'
import { Icon } from './icon.tsx'
import type { SheetProps } from './sheet-props.ts'

export function SheetDialog({ onClose, title, foot, children }: SheetProps) {
  const t = useTranslations('common')
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-back" />
        <Dialog.Popup className="sheet">
          <div className="sheet-head">
            <Dialog.Title className="sheet-title">{title}</Dialog.Title>
            <Dialog.Close className="icon-btn" aria-label={t('close')}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <div className="sheet-body">{children}</div>
          {foot && <div className="sheet-foot">{foot}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
