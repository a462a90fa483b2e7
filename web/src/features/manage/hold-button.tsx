import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../../ui/icon.tsx'

interface HoldButtonProps {
  label: string
  describedBy: string
  isDisabled: boolean
  onDone: () => Promise<void>
}

const HOLD_MS = 800
/** How long a first press waits for the second. */
const ARMED_MS = 6000

/**
 * Publishes when it is held, so that a pocket or a slip does not. By keyboard, by a reader's command or for a finger
 * that cannot hold, it is pressed twice: the first press says so.
 */
export function HoldButton({ label, describedBy, isDisabled, onDone }: HoldButtonProps) {
  const t = useTranslations('manage.publish')
  const [step, setStep] = useState<'idle' | 'held' | 'armed' | 'keeping'>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** true: the press that ends now has already done its work */
  const isSpent = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const after = (ms: number, work: () => void) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(work, ms)
  }
  const finish = () => {
    clearTimeout(timer.current)
    setStep('keeping')
    void onDone().finally(() => setStep('idle'))
  }
  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0 || step === 'armed' || step === 'keeping') return
    isSpent.current = false
    setStep('held')
    after(HOLD_MS, () => {
      isSpent.current = true
      finish()
    })
  }
  const release = () => {
    if (step !== 'held') return
    clearTimeout(timer.current)
    setStep('idle')
  }
  // A finger that lets go of what it has published would take the focus back from where it was led.
  const keepFocus = (event: MouseEvent) => {
    if (isSpent.current) event.preventDefault()
  }
  const press = (event: MouseEvent) => {
    // A click without a pointer (detail 0) is the keyboard's or a reader's, and never the end of a hold.
    const endsHold = isSpent.current && event.detail !== 0
    isSpent.current = false
    if (endsHold || step === 'keeping') return
    if (step === 'armed') return finish()
    setStep('armed')
    after(ARMED_MS, () => setStep('idle'))
  }
  return (
    <>
      <button
        type="button"
        className={`unit-hold is-${step}`}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onPointerDown={begin}
        onPointerUp={release}
        onPointerCancel={release}
        onMouseDown={keepFocus}
        onPointerLeave={release}
        onContextMenu={(event) => event.preventDefault()}
        onClick={press}
      >
        <Icon name="check" />
        <span>
          {label}
          <small>{t(step === 'armed' ? 'again' : 'hold')}</small>
        </span>
      </button>
      <p className="sr" role="status">
        {step === 'armed' && t('again')}
      </p>
    </>
  )
}
