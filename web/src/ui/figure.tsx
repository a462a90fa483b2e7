import './figure.css'
import type { Provenance } from '@tvl/model'
import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { GradeMark } from './grade-mark.tsx'
import { useSourcePlace } from './source-place.tsx'

const SourceDetails = lazy(() => import('./source-details.tsx').then((module) => ({ default: module.SourceDetails })))

interface FigureProps {
  /** What the figure is, e.g. "Plafond d’IR": heads the opened source and names the mark. */
  label: string
  /** The figure as formatted by `useFormat`; null = unknown, said in words and never 0. */
  value: string | null
  unit?: ReactNode
  /** null only for what needs no evidence: an unknown value, or a count made on this page. */
  provenance: Provenance | null
  className?: string
}

/** A figure is never alone: value, unit and grade mark; the mark opens the source in place. */
export function Figure({ label, value, unit, provenance, className = '' }: FigureProps) {
  const t = useTranslations('provenance')
  const common = useTranslations('common')
  const id = useId()
  const place = useSourcePlace()
  const [isOpenHere, setIsOpenHere] = useState(false)
  if (value === null) return <span className={`unknown ${className}`}>{common('unknown')}</span>
  const isOpen = place ? place.open?.by === id : isOpenHere
  const figure = `${label} ${value}`
  return (
    <>
      <span className={`figure ${className}`}>
        <bdi>{value}</bdi>
        {unit && <span className="unit">&nbsp;{unit}</span>}
        {provenance && (
          <button
            type="button"
            className="mark"
            aria-expanded={isOpen}
            aria-controls={place?.id}
            aria-label={t('open', { grade: t(`grade.${provenance.grade}`), figure })}
            onClick={(event) => {
              event.stopPropagation()
              if (place) place.toggle({ by: id, label: figure, provenance })
              else setIsOpenHere(!isOpenHere)
            }}
          >
            <GradeMark grade={provenance.grade} decorative />
          </button>
        )}
      </span>
      {!place && isOpenHere && provenance && (
        <Suspense fallback={null}>
          <SourceDetails label={figure} provenance={provenance} />
        </Suspense>
      )}
    </>
  )
}
