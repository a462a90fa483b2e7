import './drop-area.css'
import { useRef, useState } from 'react'

interface DropAreaProps {
  words: {
    lead: string
    /** Which files, and how large. */
    kinds: string
    choose: string
    /** While a file is read. */
    busy: string
  }
  /** Names’ ends, as of an `input`. */
  accept: string
  isBusy: boolean
  problem: string | null
  onFile: (file: File) => void
  /** Asked before a file is looked for: what is missing is better said before. */
  mayChoose?: () => boolean
}

/** Where a file is dropped, or chosen by who uses no pointer. Of several, the first is taken. */
export function DropArea({ words, accept, isBusy, problem, onFile, mayChoose = () => true }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !isBusy && mayChoose()) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button does the same
    <div
      className={`drop-area${isOver ? ' is-over' : ''}`}
      aria-busy={isBusy}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p className="drop-lead">{words.lead}</p>
      <p className="note">{words.kinds}</p>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={words.choose}
        accept={accept}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
      <button
        type="button"
        className="btn primary"
        disabled={isBusy}
        onClick={() => {
          if (mayChoose()) input.current?.click()
        }}
      >
        {words.choose}
      </button>
      <p role="status">{isBusy && words.busy}</p>
      {problem && (
        <p role="alert" className="drop-problem">
          {problem}
        </p>
      )}
    </div>
  )
}
