import type { BrandAnswer } from '@tvl/model'
import { MARK_LARGEST_UPLOAD } from '@tvl/model'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { markHref, removeMark, setMark } from '../../api/brand.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type BrandProblem, brandProblem, useBrandProblem } from './use-brand-problem.ts'

const ACCEPTED = '.png,.jpg,.jpeg,.webp,.svg'
/** Some systems do not know the type of a drawing. */
const BY_ENDING: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp' }

type Step = 'idle' | 'sending' | 'sent' | 'removed'

interface MarkFieldProps {
  saved: BrandAnswer
  /** @param before the revision that this was written over */
  onWritten: (before: number, answer: BrandAnswer) => void
}

/** The mark, sent at once and by itself, as it stands on light and on dark ground. */
export function MarkField({ saved, onWritten }: MarkFieldProps) {
  const t = useTranslations('brand')
  const words = useBrandProblem()
  const { language } = useFormat()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [step, setStep] = useState<Step>('idle')
  const [problem, setProblem] = useState<BrandProblem | null>(null)
  const { brand, revision } = saved

  const attempt = async (done: 'sent' | 'removed', work: () => Promise<BrandAnswer>) => {
    setStep('sending')
    setProblem(null)
    try {
      onWritten(revision, await work())
      setStep(done)
    } catch (error) {
      const current = error instanceof ApiError && error.code === 'brand.changed' ? error.problem.current : null
      // Shown as it is now; what was typed meanwhile still stands on what was seen before.
      if (current) onWritten(Number.NaN, current as BrandAnswer)
      setProblem(brandProblem(error))
      setStep('idle')
    }
  }
  const send = (file: File | undefined) => {
    if (!file) return
    if (file.size > MARK_LARGEST_UPLOAD) return setProblem({ word: 'large', element: '' })
    const type = file.type || BY_ENDING[file.name.split('.').at(-1)?.toLowerCase() ?? ''] || 'image/jpeg'
    void attempt('sent', () => setMark(revision, file.slice(0, file.size, type)))
  }
  // Told to be disabled, not disabled: a button that is keeps the focus, and the keyboard goes on from it.
  const choose = () => step !== 'sending' && input.current?.click()
  return (
    <section className="brand-part" aria-labelledby={id} aria-busy={step === 'sending'}>
      <h2 id={id}>{t('mark')}</h2>
      <p className="note">{t('markNote')}</p>
      <div className="brand-marks">
        {[false, true].map((isDark) => (
          <figure key={String(isDark)}>
            <div className="brand-ground" data-theme={isDark ? 'dark' : undefined}>
              {brand.markId ? (
                <img src={markHref(brand.markId)} alt={t('markOf', { name: isolate(brand.names[language]) })} />
              ) : (
                <span>{t('noMark')}</span>
              )}
            </div>
            <figcaption className="note">{t(isDark ? 'onDark' : 'onLight')}</figcaption>
          </figure>
        ))}
      </div>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={t('choose')}
        accept={ACCEPTED}
        onChange={({ target }) => {
          send(target.files?.[0])
          target.value = ''
        }}
      />
      <div className="brand-acts">
        <button type="button" className="btn" aria-disabled={step === 'sending'} onClick={choose}>
          {t(brand.markId ? 'replace' : 'choose')}
        </button>
        {brand.markId && (
          <button
            type="button"
            className="link"
            aria-disabled={step === 'sending'}
            onClick={() => step !== 'sending' && void attempt('removed', () => removeMark(revision))}
          >
            {t('remove')}
          </button>
        )}
      </div>
      <p role="status">{step !== 'idle' && t(`step.${step}`)}</p>
      {problem && (
        <p role="alert" className="brand-fault">
          {words(problem)}
        </p>
      )}
    </section>
  )
}
