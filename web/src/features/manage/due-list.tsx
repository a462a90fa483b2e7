import type { DueItem } from '@tvl/model'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DueRow } from './due-row.tsx'

interface DueListProps {
  items: readonly DueItem[]
  /** those confirmed in this visit, by id */
  confirmed: ReadonlyMap<string, DueItem>
  hasKeys: boolean
  today: string
  onConfirm: (item: DueItem) => void
}

/** The key that was pressed, also on a keyboard of another script. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.slice(3).toLowerCase()

/** The rows to come back to from a unit that was corrected: its own, or the next where it is due no more. */
const RETURN = 'tvl.due.return'

/** What is due, row by row: by pointer, by buttons, or by one key a row. */
export function DueList({ items, confirmed, hasKeys, today, onConfirm }: DueListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [trying, setTrying] = useState<string | null>(null)
  // The order in which rows were first shown: what is refreshed meanwhile moves none of them.
  const order = useRef<string[]>([])
  const known = new Map([...confirmed, ...items.map((item) => [item.id, item] as const)])
  for (const id of known.keys()) if (!order.current.includes(id)) order.current.push(id)
  const rows = order.current.flatMap((id) => known.get(id) ?? [])

  const focusRow = (from: string, step: 1 | -1) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-unit]') ?? [])]
    const at = buttons.findIndex((row) => row.dataset.unit === from)
    const ahead = step === 1 ? buttons.slice(at + 1) : buttons.slice(0, Math.max(at, 0)).reverse()
    const next = ahead.find((row) => !confirmed.has(row.dataset.unit ?? ''))
    next?.querySelector<HTMLElement>('button')?.focus()
  }
  const confirm = (item: DueItem) => {
    focusRow(item.id, 1)
    onConfirm(item)
  }
  const leave = (item: DueItem) => {
    const ids = rows.map(({ id }) => id)
    sessionStorage.setItem(RETURN, JSON.stringify(ids.slice(ids.indexOf(item.id), ids.indexOf(item.id) + 2)))
  }
  const correct = (item: DueItem) => {
    leave(item)
    navigate(addressOf(`/manage/offices/${item.id}`, useApp.getState()))
  }
  const rowOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)
  const stopTrying = (id: string) => {
    setTrying(null)
    rowOf(id)?.querySelector<HTMLElement>('button[aria-expanded]')?.focus()
  }
  useEffect(() => {
    const wanted = JSON.parse(sessionStorage.getItem(RETURN) ?? '[]') as string[]
    sessionStorage.removeItem(RETURN)
    const buttons = wanted.map((id) =>
      list.current?.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"] button`),
    )
    buttons.find(Boolean)?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return
    const id = target.closest<HTMLElement>('[data-unit]')?.dataset.unit
    const item = id === undefined ? undefined : known.get(id)
    if (!item) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      return focusRow(item.id, event.key === 'ArrowDown' ? 1 : -1)
    }
    if (event.key === 'Escape' && trying === item.id) return stopTrying(item.id)
    if (!hasKeys || confirmed.has(item.id)) return
    const letter = letterOf(event)
    if (letter === 'y') confirm(item)
    else if (letter === 'e') correct(item)
    else if (letter === 'x') setTrying(item.id)
    else return
    event.preventDefault()
  }
  return (
    <ol ref={list} className={hasKeys ? 'due-list' : 'due-list is-keyless'} onKeyDown={onKeyDown}>
      {rows.map((item) => (
        <DueRow
          key={item.id}
          item={item}
          today={today}
          isConfirmed={confirmed.has(item.id)}
          isTrying={trying === item.id}
          onConfirm={() => confirm(item)}
          onCorrect={() => leave(item)}
          onTry={(isOpen) => (isOpen ? setTrying(item.id) : stopTrying(item.id))}
        />
      ))}
    </ol>
  )
}
