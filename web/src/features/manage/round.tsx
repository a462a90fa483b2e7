import type { DueItem, Round as RoundAnswer } from '@tvl/model'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { beginRound, confirmRound, giveSample } from '../../api/due.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { refreshCatalogue } from '../../api/publish.ts'
import { SampleForm, type SampleValues } from './sample-form.tsx'
import type { MethodByHand } from './unit-change.ts'

interface RoundProps {
  items: readonly DueItem[]
  version: number
  method: MethodByHand
  /** Something of this device is on its way: the sample would be drawn from what is old already. */
  hasUnsent: boolean
  onClose: () => void
}

const PROBLEMS = ['offline', 'change.conflict', 'round.over', 'round.empty'] as const
type Problem = (typeof PROBLEMS)[number]
const problemOf = (error: unknown): Problem | 'other' =>
  (error instanceof ApiError && PROBLEMS.find((code) => code === error.code)) || 'other'

/** “All still true”: the server draws units whose values are given again, before all are confirmed in one commit. */
export function Round({ items, version, method, hasUnsent, onClose }: RoundProps) {
  const t = useTranslations('manage.round')
  const [id] = useState(() => crypto.randomUUID())
  const [round, setRound] = useState<RoundAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | 'other' | null>(null)
  const [differing, setDiffering] = useState<{ office: string; fields: readonly string[] } | null>(null)
  const [isSending, setIsSending] = useState(false)

  // Every step takes the place of the one before it: the hand is led to what comes next.
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them makes a step of the round
  useEffect(() => {
    if (isSending) return
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const next = wrong ?? box.current?.querySelector<HTMLElement>('[data-next]')
    next?.focus()
  }, [round, differing, isSending])

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null)
    setDiffering(null)
    setIsSending(true)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error))
    }
    setIsSending(false)
  }
  const begin = () =>
    attempt(async () => {
      const offices = items.map((item) => ({ id: item.id, fields: item.fields.map(({ field }) => field) }))
      setRound(await beginRound({ id, base: version, method, offices }))
    })
  const give = (office: string, values: SampleValues) =>
    attempt(async () => {
      try {
        setRound(await giveSample(id, { office, values }))
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'round.differs') throw error
        const { fields } = error.problem
        setDiffering({ office, fields: Array.isArray(fields) ? (fields as string[]) : [] })
      }
    })
  const confirm = () =>
    attempt(async () => {
      setRound(await confirmRound(id))
      // It is done: what is shown of it follows, and nobody waits for that.
      void refreshCatalogue()
    })

  const isOpen = round?.sample.some(({ isConfirmed }) => !isConfirmed) ?? true
  return (
    <div className="due-round" ref={box}>
      {!round && (
        <>
          <p>{t('intro', { count: items.length })}</p>
          {hasUnsent && <p className="due-wrong">{t('unsent')}</p>}
          <p className="unit-acts">
            <button
              type="button"
              className="btn primary"
              data-next=""
              disabled={isSending || hasUnsent}
              onClick={() => void begin()}
            >
              {t('begin')}
            </button>
            <button type="button" className="btn" onClick={onClose}>
              {t('back')}
            </button>
          </p>
        </>
      )}
      {round && !round.commit && (
        <>
          <p>{t('sample', { count: round.sample.length })}</p>
          {round.sample.map((sample) => (
            <SampleForm
              key={sample.office}
              sample={sample}
              differing={differing?.office === sample.office ? differing.fields : []}
              isSending={isSending}
              onGive={(values) => void give(sample.office, values)}
            />
          ))}
          <p className="unit-acts">
            <button
              type="button"
              className="btn primary"
              data-next={isOpen ? undefined : ''}
              disabled={isOpen || isSending}
              onClick={() => void confirm()}
            >
              {t('confirm', { count: round.offices.length })}
            </button>
            <button type="button" className="btn" onClick={onClose}>
              {t('back')}
            </button>
          </p>
        </>
      )}
      {round?.commit && (
        <p role="status" className="unit-outcome is-published">
          {t('done', { count: round.offices.length })}
          <button type="button" className="link" data-next="" onClick={onClose}>
            {t('close')}
          </button>
        </p>
      )}
      {problem && (
        <p role="alert" className="due-wrong">
          {t(
            `problem.${problem === 'change.conflict' ? 'conflict' : problem === 'round.over' ? 'over' : problem === 'round.empty' ? 'empty' : problem}`,
          )}
        </p>
      )}
    </div>
  )
}
