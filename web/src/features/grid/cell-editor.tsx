import { choiceWords } from '@tvl/model'
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { type EditableColumn, isFigure } from './columns.ts'

/** Where the focus goes when a cell is left: below, above, on, back, or where it was put. */
export type Leaving = 'down' | 'up' | 'on' | 'back' | 'stay'

interface CellEditorProps {
  column: EditableColumn
  text: string
  /** the letter by which it was opened: the next one follows it */
  isBegun: boolean
  label: string
  onFinish: (text: string, leaving: Leaving) => void
  onCancel: () => void
}

/** The field in which a cell is edited: a choice among words, or text. */
export function CellEditor({ column, text, isBegun, label, onFinish, onCancel }: CellEditorProps) {
  const { language } = useFormat()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    const now = field.current
    now?.focus()
    if (!(now instanceof HTMLInputElement)) return
    if (isBegun) now.setSelectionRange(now.value.length, now.value.length)
    else now.select()
  }, [isBegun])
  const finish = (leaving: Leaving) => {
    if (isOver.current) return
    isOver.current = true
    onFinish(field.current?.value ?? '', leaving)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed into the field is not meant for the grid around it.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      if (event.key === 'Enter') finish(event.shiftKey ? 'up' : 'down')
      else finish(event.shiftKey ? 'back' : 'on')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      isOver.current = true
      onCancel()
    }
  }
  const common = {
    ref: field as RefObject<HTMLInputElement & HTMLSelectElement>,
    className: 'cell-field',
    'aria-label': label,
    onKeyDown,
    onBlur: (_: FocusEvent) => finish('stay'),
    // The clipboard is the field's own here.
    onCopy: (event: ClipboardEvent) => event.stopPropagation(),
    onCut: (event: ClipboardEvent) => event.stopPropagation(),
    onPaste: (event: ClipboardEvent) => event.stopPropagation(),
  }
  if (column === 'status' || column === 'fitOut') {
    const words = choiceWords(column === 'status' ? 'office-status' : 'fit-out', language)
    const begun = isBegun ? words.find((word) => word.toLowerCase().startsWith(text.toLowerCase())) : undefined
    return (
      <select {...common} defaultValue={begun ?? text}>
        {words.map((word) => (
          <option key={word}>{word}</option>
        ))}
      </select>
    )
  }
  return (
    <input
      {...common}
      defaultValue={text}
      inputMode={isFigure(column) ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
      dir={column === 'name' ? 'auto' : 'ltr'}
    />
  )
}
