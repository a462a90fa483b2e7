import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLanding } from './use-landing.ts'

interface LineProps {
  label: string
  /** null: not known */
  value: string | null
  /** false: its fields are open from the start, because something has to be filled in */
  isDone?: boolean
  wrong?: string | null
  /** part of the page’s address that leads here, its fields open */
  part?: string
  children: ReactNode
}

/** A figure with its value; its fields open under it. */
export function Line({ label, value, isDone = true, wrong = null, part: name, children }: LineProps) {
  const t = useTranslations('manage.unit')
  const common = useTranslations('common')
  const id = useId()
  const { part, isAsked } = useLanding(name)
  const mustOpen = !isDone || wrong !== null
  const [isWanted, setIsWanted] = useState(isAsked || mustOpen)
  // Open until the hand says that it is done: the first digits of a year are a day already.
  if (mustOpen && !isWanted) setIsWanted(true)
  const isOpen = isWanted || mustOpen
  return (
    <section ref={part} className="unit-line" aria-labelledby={id}>
      <div>
        <h2 id={id} className="unit-label">
          {label}
        </h2>
        <p className={value === null ? 'unit-value unknown' : 'unit-value'}>{value ?? common('unknown')}</p>
      </div>
      {isDone && wrong === null && (
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'doneWith' : 'changeOf', { field: label })}
          onClick={() => setIsWanted(!isWanted)}
        >
          {t(isOpen ? 'done' : 'change')}
        </button>
      )}
      {isOpen && <div className="unit-fields">{children}</div>}
      {wrong && (
        <p className="unit-wrong" role="alert">
          {wrong}
        </p>
      )}
    </section>
  )
}
