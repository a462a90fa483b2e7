import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Sheet } from '../../ui/sheet.tsx'
import type { Publishing } from './use-publishing.ts'

/** In the hand: one button at the foot of the list, which opens what is published and what it does. */
export function PhonePublish({ publishing, children }: { publishing: Publishing; children: ReactNode }) {
  const t = useTranslations('grid.publish')
  const [isOpen, setIsOpen] = useState(false)
  const { ready, waiting } = publishing
  return (
    <div className="grid-foot">
      <button type="button" className="btn primary" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {ready.length > 0 ? t('send', { count: ready.length }) : t('title')}
      </button>
      {waiting > 0 && <p role="status">{t('waiting', { count: waiting })}</p>}
      <Sheet isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('title')}>
        <div className="grid-sheet">{children}</div>
      </Sheet>
    </div>
  )
}
