import { useQueryClient } from '@tanstack/react-query'
import type { Enquiry } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { v4 as newId } from 'uuid'
import { addEnquiryNote, enquiryQuery } from '../../api/enquiries.ts'
import { useAttempt } from './use-attempt.ts'

const keyOf = (id: string) => `tvl.enquiry-note.${id}`

/** Adds a note. What is being typed stays in the tab until it is kept. */
export function NoteForm({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries.note')
  const id = useId()
  const queries = useQueryClient()
  const { problem, isBusy, attempt } = useAttempt()
  const [text, setText] = useState(() => sessionStorage.getItem(keyOf(enquiry.id)) ?? '')
  // The same until it is kept: sent again without an answer, it is there once.
  const [noteId, setNoteId] = useState<string>(() => newId())
  const type = (next: string) => {
    setText(next)
    if (next === '') sessionStorage.removeItem(keyOf(enquiry.id))
    else sessionStorage.setItem(keyOf(enquiry.id), next)
  }
  const add = async () => {
    const after = await attempt(
      () => addEnquiryNote(enquiry.id, { id: noteId, text: text.trim() }),
      ({ code }) => {
        // An answer that was lost, and the text changed since: what is typed now is another note.
        if (code === 'enquiry.note-taken') setNoteId(newId())
        return false
      },
    )
    if (!after) return
    queries.setQueryData(enquiryQuery(enquiry.id).queryKey, after)
    setNoteId(newId())
    type('')
  }
  return (
    <form
      className="enquiries-note-form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={id}>{t('label')}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        maxLength={4000}
        required
        aria-describedby={`${id}hint`}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      <p id={`${id}hint`} className="note">
        {t('hint')}
      </p>
      <button type="submit" className="btn" disabled={isBusy || text.trim() === ''}>
        {t('add')}
      </button>
      {problem && (
        <p role="alert" className="enquiries-problem">
          {problem}
        </p>
      )}
    </form>
  )
}
