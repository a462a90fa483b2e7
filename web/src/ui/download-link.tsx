import { type MouseEvent, type ReactNode, useState } from 'react'
import { ApiError, problemOf } from '../api/fetch-json.ts'

/** `failed` with a problem’s code, `offline` or `other`. */
export type DownloadState = { is: 'preparing' | 'done' } | { is: 'failed'; code: string }

interface DownloadLinkProps {
  href: string
  className: string
  lang?: string
  /** Told what goes on, so that the page says it once for all its files. */
  onState: (state: DownloadState) => void
  children: ReactNode
}

/** What the server calls the file. */
const nameIn = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''

async function take(href: string): Promise<void> {
  const response = await fetch(href).catch(() => {
    throw new ApiError(0, 'offline')
  })
  if (!response.ok) throw await problemOf(response)
  const link = document.createElement('a')
  link.download = nameIn(response)
  link.href = URL.createObjectURL(await response.blob())
  link.click()
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * A file that takes the server some seconds and may fail: the page says so, where a plain link would save the problem
 * document as if it were the file. Opened in another tab, it is that plain link.
 */
export function DownloadLink({ href, className, lang, onState, children }: DownloadLinkProps) {
  const [isBusy, setIsBusy] = useState(false)
  const onClick = async (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    onState({ is: 'preparing' })
    const state = await take(href).then(
      () => ({ is: 'done' }) as const,
      (error) => ({ is: 'failed', code: (error instanceof ApiError && error.code) || 'other' }) as const,
    )
    setIsBusy(false)
    onState(state)
  }
  return (
    <a
      className={className}
      href={href}
      lang={lang}
      download
      aria-busy={isBusy}
      aria-disabled={isBusy}
      onClick={(event) => void onClick(event)}
    >
      {children}
    </a>
  )
}
