import './compare.css'
import './compare-table.css'
import './empty-compare.css'
import './compare-sizes.css'
import './parts.css'
import './supply-lines.css'
import './print.css'
import { chips } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useToldVisit } from '../../ui/use-told-visit.ts'
import { CompareBar } from './compare-bar.tsx'
import { CompareTable } from './compare-table.tsx'
import { EmptyCompare } from './empty-compare.tsx'
import { kindOf } from './kind.ts'
import { Legend } from './legend.tsx'
import { ScoreParts } from './score-parts.tsx'
import { useSubjects } from './subjects.ts'
import { SupplyLines } from './supply-lines.tsx'
import { usePrintInLight } from './use-print-in-light.ts'
import { useRows } from './use-rows.ts'
import { useScores } from './use-scores.ts'

/** Page `/compare?sites=a,b,c`: two to six sites side by side, and where their scores come from. */
export function Compare() {
  const t = useTranslations('compare')
  usePageTitle(t('title'))
  usePrintInLight()
  const need = useApp((state) => state.need)
  const asked = useApp((state) => state.params.kind)
  const compared = useApp((state) => state.compared)
  const { index, error, readAt, retry } = useZoneIndex()
  const kind = kindOf(asked, compared, index?.index.columns ?? null)
  const { subjects, strangers, isPending } = useSubjects(index, kind)
  const rows = useRows(index, subjects, kind, need)
  const scored = useScores(subjects)
  const sentence = useNeedSentence()
  const isReady = index !== null && !isPending
  useToldVisit('compare', isReady && subjects.length >= 2 ? [...new Set(subjects.map(({ zone }) => zone.id))] : null)
  return (
    <main id="main" className="compare" data-count={subjects.length}>
      <CompareBar zoneIndex={index} subjects={subjects} rows={rows} kind={kind} sentence={sentence} />
      <DataState error={error} isEmpty={!index} readAt={readAt} onRetry={retry} />
      {isReady && strangers.length > 0 && (
        <p className="compare-note note">{t('strangers', { count: strangers.length })}</p>
      )}
      {!isReady && !error && <Waiting />}
      {isReady && subjects.length < 2 && <EmptyCompare zoneIndex={index} subjects={subjects} kind={kind} />}
      {isReady && subjects.length >= 2 && (
        <div className="compare-two">
          <CompareTable subjects={subjects} rows={rows} scored={scored} kind={kind} />
          <aside className="compare-side" aria-label={t('sideLabel')}>
            <ScoreParts subjects={subjects} scored={scored} kind={kind} />
            {kind === 'zones' && <SupplyLines zoneIndex={index} subjects={subjects} need={need} />}
          </aside>
        </div>
      )}
      {isReady && subjects.length >= 2 && <Legend isIllustrative={index.catalogue.illustrative} />}
    </main>
  )
}

/** Rows at their final height, without a shimmer. */
function Waiting() {
  const t = useTranslations('common')
  return (
    <div className="compare-wait" aria-busy="true">
      <p className="sr">{t('loading')}</p>
      {Array.from({ length: 12 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <i key={i} />
      ))}
    </div>
  )
}

/** The need in words, as it would be typed; null while nothing is asked or the words are on their way. */
function useNeedSentence(): string | null {
  const { language } = useFormat()
  const need = useApp((state) => state.need)
  const typed = useApp((state) => state.typed)
  const [sentence, setSentence] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    import('../../api/typed-need.ts')
      .then((module) => module.sentenceOf(need, language))
      .then(
        (text) => isCurrent && setSentence(text),
        () => isCurrent && setSentence(null),
      )
    return () => {
      isCurrent = false
    }
  }, [need, language])
  const asksSomething = chips(need).some(({ removable }) => removable)
  return typed?.text ?? (asksSomething ? sentence : null)
}
