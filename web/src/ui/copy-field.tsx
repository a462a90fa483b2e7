import './copy-field.css'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'

/** A text to take along, with a button that copies it. Where the clipboard is closed, it is selected instead. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations('common.copy')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(value)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <input ref={field} id={id} dir="ltr" readOnly value={value} onFocus={({ target }) => target.select()} />
      <button type="button" className="btn" onClick={() => void copy()}>
        {t(isCopied ? 'done' : 'copy')}
      </button>
    </div>
  )
}
