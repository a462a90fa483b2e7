import type { Grade } from '@tvl/model'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

/**
 * The shapes of the evidence marks, on a ground of 10 × 10. Each mark holds its own: the copy behind a `use` is what a
 * long list of figures would pay for when it comes into view.
 */
const SHAPES: Readonly<Record<Grade, ReactNode>> = {
  official: <path d="M.5.5h9v9h-9z" fill="currentColor" />,
  press: (
    <>
      <path d="M1 1h8v8H1z" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M1 9V1h4v8z" fill="currentColor" />
    </>
  ),
  declared: <circle cx="5" cy="5" r="4.6" fill="currentColor" />,
  measured: (
    <>
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M5 0v10M0 5h10" stroke="currentColor" />
    </>
  ),
  modelled: (
    <path
      d="M.5 3.6C2 1.6 3.5 1.6 5 3.2s3 1.6 4.5-.4M.5 7.6c1.5-2 3-2 4.5-.4s3 1.6 4.5-.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
    />
  ),
  derived: <path d="M5 .9 9.4 9H.6z" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />,
  // A true hatch, so that it stays one at any size and in print.
  illustrative: (
    <path d="M1 1h8v8H1zM1 4.5 4.5 1M1 8.2 8.2 1M1.8 9 9 1.8M5.5 9 9 5.5" fill="none" stroke="currentColor" />
  ),
}

/** The sign of a grade, with its word as accessible name. `decorative` where the word stands beside it. */
export function GradeMark({ grade, decorative = false }: { grade: Grade; decorative?: boolean }) {
  const t = useTranslations('provenance')
  const className = `grade grade-${grade}`
  if (decorative) {
    return (
      <svg className={className} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {SHAPES[grade]}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 10 10" role="img" aria-label={t(`grade.${grade}`)} focusable="false">
      {SHAPES[grade]}
    </svg>
  )
}
