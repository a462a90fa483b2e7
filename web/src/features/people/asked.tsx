import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAttempt } from './use-attempt.ts'

interface AskedProps {
  /** On the button. */
  label: string
  question: string
  work: () => Promise<unknown>
}

/** An act that cannot be taken back, so it asks first. */
export function Asked({ label, question, work }: AskedProps) {
  const t = useTranslations('people')
  const [isAsking, setIsAsking] = useState(false)
  const { problem, isBusy, attempt } = useAttempt()
  return (
    <span className="people-asked">
      {isAsking ? (
        <>
          {question}{' '}
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => void attempt(work).then((isDone) => isDone && setIsAsking(false))}
          >
            {t('yes')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setIsAsking(false)}>
            {t('no')}
          </button>
        </>
      ) : (
        <button type="button" className="link" onClick={() => setIsAsking(true)}>
          {label}
        </button>
      )}
      {problem && (
        <span role="alert" className="people-problem">
          {problem}
        </span>
      )}
    </span>
  )
}
