import './pick-box.css'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

interface PickBoxProps<T> {
  label: string
  placeholder: string
  /** what the list says when nothing matches */
  none: string
  items: readonly T[]
  idOf: (item: T) => string
  matches: (item: T, query: string) => boolean
  children: (item: T) => ReactNode
  onPick: (item: T) => void
}

/**
 * A field that narrows a list while one types (the combobox pattern of ARIA): arrows walk, Enter takes, Escape closes.
 * The list stands beside the field in the document, so nothing of the page is hidden from anyone while it is open.
 */
export function PickBox<T>({ label, placeholder, none, items, idOf, matches, children, onPick }: PickBoxProps<T>) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [place, setPlace] = useState(0)
  const found = items.filter((item) => matches(item, query))
  const active = Math.min(place, found.length - 1)
  const activeItem = found[active]
  const optionId = (item: T) => `${id}-${idOf(item)}`
  const open = () => setIsOpen(true)
  const close = () => {
    setIsOpen(false)
    setPlace(0)
  }
  const pick = (item: T) => {
    onPick(item)
    setQuery('')
    close()
  }
  const walk = (to: number) => {
    open()
    const next = found[(to + found.length) % found.length]
    if (!next) return
    setPlace(found.indexOf(next))
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') walk(isOpen ? active + 1 : 0)
    else if (event.key === 'ArrowUp') walk(isOpen ? active - 1 : found.length - 1)
    else if (event.key === 'Enter' && isOpen && activeItem) pick(activeItem)
    else if (event.key === 'Escape' && (isOpen || query)) {
      if (!isOpen) setQuery('')
      close()
    } else return
    event.preventDefault()
  }
  const isListShown = isOpen && found.length > 0
  return (
    <div className="pick-box">
      <input
        type="text"
        role="combobox"
        className="add-input"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isListShown}
        aria-controls={isListShown ? `${id}-list` : undefined}
        aria-activedescendant={isListShown && activeItem ? optionId(activeItem) : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setPlace(0)
          open()
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isListShown && (
        <div id={`${id}-list`} className="add-list" role="listbox" aria-label={label} tabIndex={-1}>
          {found.map((item, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys
            <div
              key={idOf(item)}
              id={optionId(item)}
              role="option"
              tabIndex={-1}
              className="add-item"
              aria-selected={i === active}
              // The field keeps the focus: without this, pressing would close the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setPlace(i)}
              onClick={() => pick(item)}
            >
              {children(item)}
            </div>
          ))}
        </div>
      )}
      <p className={isOpen && found.length === 0 ? 'add-list add-empty' : 'sr'} role="status">
        {isOpen && found.length === 0 ? none : ''}
      </p>
    </div>
  )
}
