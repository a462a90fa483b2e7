import type { Provenance } from '@tvl/model'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { type SourceNumbers, SourceSup } from './source-sup.tsx'
import { useShortDate } from './use-short-date.ts'

const SourceDetails = lazy(() =>
  import('../../ui/source-details.tsx').then((module) => ({ default: module.SourceDetails })),
)

interface TextFactProps {
  label: string
  items: readonly string[]
  /** what to say when there is none; null = leave the fact out */
  empty?: string | null
  /** sentences stand one under the other, names in a line */
  sentences?: boolean
  /** names keep their own script: they come as their source prints them */
  asPrinted?: boolean
  provenance: Provenance | null
  numbers: SourceNumbers
}

/** A fact that is words rather than a figure: tenants, services, notes, universities. Its source opens like the others. */
export function TextFact({
  label,
  items,
  empty = null,
  sentences = false,
  asPrinted = false,
  provenance,
  numbers,
}: TextFactProps) {
  const t = useTranslations('provenance')
  const shortDate = useShortDate()
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  if (items.length === 0 && empty === null) return null
  const evidence = items.length > 0 ? provenance : null
  return (
    <div className="text-fact">
      <h3>
        {evidence ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {label}
          </button>
        ) : (
          label
        )}
        {evidence && (
          <span className="text-evidence">
            <GradeMark grade={evidence.grade} />
            <span>{evidence.asOf ? shortDate(evidence.asOf) : t('noDate')}</span>
            <SourceSup figures={[evidence]} numbers={numbers} />
          </span>
        )}
      </h3>
      {items.length === 0 ? (
        <p className="unknown">{empty}</p>
      ) : (
        <ul className={sentences ? 'sentences' : 'names'}>
          {items.map((item) => (
            <li key={item}>{asPrinted ? <bdi className="wraps">{item}</bdi> : item}</li>
          ))}
        </ul>
      )}
      {isOpen && evidence && (
        <div id={id} className="text-open">
          <Suspense fallback={null}>
            <SourceDetails label={label} provenance={evidence} />
          </Suspense>
        </div>
      )}
    </div>
  )
}
