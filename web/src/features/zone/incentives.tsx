import './incentives.css'
import { type Incentive, type IncentiveProject, type Verdict, verdictsFor, type Zone } from '@tvl/model'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { incentiveProvenance } from './incentive-provenance.ts'
import { type SourceNumbers, SourceSup } from './source-sup.tsx'
import { useIncentiveWords } from './use-incentive-words.ts'

const SourceDetails = lazy(() =>
  import('../../ui/source-details.tsx').then((module) => ({ default: module.SourceDetails })),
)

interface IncentivesProps {
  zone: Feature<Zone>
  incentives: readonly Feature<Incentive>[]
  project: IncentiveProject
  numbers: SourceNumbers
}

interface Answered {
  incentive: Feature<Incentive>
  verdict: Verdict
}

/** Each measure put to this site and this project: yes, ask or no, and why. */
export function Incentives({ zone, incentives, project, numbers }: IncentivesProps) {
  const t = useTranslations('zone.incentives')
  const need = useTranslations('need')
  const format = useFormat()
  const records = incentives.map(({ id, properties }) => ({ ...properties, id }))
  const verdicts = verdictsFor({ ...zone.properties, id: zone.id }, null, records, project)
  const answered = incentives.flatMap((incentive, i): Answered[] => {
    const verdict = verdicts[i]
    return verdict ? [{ incentive, verdict }] : []
  })
  const isOver = ({ verdict }: Answered) => verdict.answer === 'no' && verdict.wouldMakeItYes === null
  const isHere = ({ verdict }: Answered) =>
    verdict.answer !== 'no' || verdict.wouldMakeItYes?.changes.every(({ kind }) => kind !== 'site') === true
  const rank = { yes: 0, ask: 1, no: 2 }
  const shown = answered
    .filter((each) => !isOver(each) && isHere(each))
    .sort((a, b) => rank[a.verdict.answer] - rank[b.verdict.answer])
  const elsewhere = answered.filter((each) => !isOver(each) && !isHere(each))
  const ended = answered.filter(isOver)
  const date = format.day(project.startsOn, 'month')
  const trade = project.trade && need(`trade.${project.trade}`)
  const about =
    project.jobs === null
      ? trade
        ? t('projectNoJobsTrade', { trade, date })
        : t('projectNoJobs', { date })
      : trade
        ? t('projectTrade', { jobs: project.jobs, trade, date })
        : t('project', { jobs: project.jobs, date })
  const list = (items: readonly Answered[]) => (
    <ul className="incentives">
      {items.map((each) => (
        <Measure key={each.incentive.id} {...each} zone={zone} project={project} numbers={numbers} />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="zone-incentives">
      <h2 id="zone-incentives">
        {project.jobs === null && !trade ? t('titleHere') : t('title')}
        <span className="unit">{about}</span>
      </h2>
      {shown.length === 0 ? <p className="zone-none">{t('none')}</p> : list(shown)}
      {elsewhere.length > 0 && (
        <details className="more">
          <summary>{t('elsewhere', { count: elsewhere.length })}</summary>
          {list(elsewhere)}
        </details>
      )}
      {ended.length > 0 && (
        <details className="more">
          <summary>{t('ended', { count: ended.length })}</summary>
          {list(ended)}
        </details>
      )}
      <p className="note cite">
        {t('pack', { version: [...new Set(verdicts.map(({ packVersion }) => packVersion))].join(', ') })}
      </p>
    </section>
  )
}

const SIGN = { yes: '✓', ask: '?', no: '✕' } as const

interface MeasureProps extends Answered {
  zone: Feature<Zone>
  project: IncentiveProject
  numbers: SourceNumbers
}

function Measure({ incentive: { properties }, verdict, zone, project, numbers }: MeasureProps) {
  const t = useTranslations('zone.incentives')
  const format = useFormat()
  const words = useIncentiveWords(zone, project)
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const { answer, wouldMakeItYes } = verdict
  const provenance = incentiveProvenance(properties)
  const { clauses, sentences } = words.reasons(verdict)
  const summary = { fr: properties.summaryFr, ar: properties.summaryAr, en: properties.summaryEn }[format.language]
  const text = { fr: properties.legalTextFr, ar: properties.legalTextAr, en: properties.legalTextEn }[format.language]
  const validity = { fr: properties.validityNoteFr, ar: properties.validityNoteAr, en: properties.validityNoteEn }[
    format.language
  ]
  return (
    <li className={`measure is-${answer}`}>
      <span className="answer">
        <i aria-hidden="true">{SIGN[answer]}</i> {t(answer)}
      </span>
      <div>
        <h3>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {nameOf(properties, format.language)}
            <span className="tail">
              &nbsp;
              {provenance && <GradeMark grade={provenance.grade} />}
              <SourceSup figures={[provenance]} numbers={numbers} />
            </span>
          </button>
        </h3>
        <p>
          {clauses.length > 0 && t('because', { reasons: clauses.join(t('and')) })} {sentences.join(' ')}{' '}
          {words.dates(properties)}{' '}
          {wouldMakeItYes && wouldMakeItYes.changes.length > 0 && (
            <span className="would">
              {t(wouldMakeItYes.answer === 'yes' ? 'wouldYes' : 'wouldAsk', {
                change: format.list(wouldMakeItYes.changes.map(words.change)),
              })}
            </span>
          )}
        </p>
        {isOpen && (
          <div className="measure-open" id={id}>
            <p>{summary}</p>
            {validity && <p>{validity}</p>}
            <p className="note">{text}</p>
            {provenance && (
              <Suspense fallback={null}>
                <SourceDetails label={nameOf(properties, format.language)} provenance={provenance} />
              </Suspense>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
