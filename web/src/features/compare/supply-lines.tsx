import type { Need } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { Letter } from './letter.tsx'
import { seriesOf } from './series.ts'
import { type Subject, subjectName } from './subjects.ts'
import { axisSteps, type QuarterOfSites, supplySeries } from './supply-series.ts'

interface SupplyLinesProps {
  zoneIndex: ZoneIndex
  subjects: readonly Subject[]
  need: Need
}

/** Each site's best block quarter by quarter, with the asked seats as a dashed line; the same as a table below. */
export function SupplyLines({ zoneIndex, subjects, need }: SupplyLinesProps) {
  const t = useTranslations('compare.supply')
  const common = useTranslations('common')
  const format = useFormat()
  const series = useMemo(() => supplySeries(zoneIndex, subjects, need), [zoneIndex, subjects, need])
  const all = series.flatMap(({ seats }) => seats.flatMap((value) => value ?? []))
  const steps = axisSteps(Math.max(need.seats ?? 0, ...all))
  const top = steps[steps.length - 1] ?? 1
  const quarterName = ({ quarter, year }: QuarterOfSites) =>
    t('quarter', { quarter: String(quarter), year: String(year) })
  if (all.length === 0) return null
  return (
    <section className="supply-lines" aria-labelledby="compare-supply">
      <h2 id="compare-supply">
        {t('title')} <span className="unit">{t('unit')}</span>
        {zoneIndex.catalogue.illustrative && (
          <span className="parts-grade is-illustrative">
            <GradeMark grade="illustrative" decorative /> {t('illustrative')}
          </span>
        )}
      </h2>
      <ul className="line-key">
        {subjects.map((subject, i) => (
          <li key={subject.id} className={seriesOf(i).className}>
            <Letter column={i} />
            <LineSample dash={seriesOf(i).dash} />
            <span>{subjectName(subject, format.language)}</span>
            {subject.evaluation === null && <span className="note">{t('noOffice')}</span>}
          </li>
        ))}
      </ul>
      <div className="line-chart" aria-hidden="true">
        {steps.map((step) => (
          <span key={step} className="line-step" style={{ insetBlockEnd: `${(step / top) * 100}%` }}>
            <em>
              <bdi>{format.number(step)}</bdi>
            </em>
          </span>
        ))}
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" focusable="false" aria-hidden="true">
          {subjects.map((subject, i) =>
            subject.evaluation === null ? null : (
              <path
                key={subject.id}
                className={`line ${seriesOf(i).className}`}
                d={stepPath(series, i, top)}
                {...(seriesOf(i).dash ? { strokeDasharray: seriesOf(i).dash ?? '' } : {})}
              />
            ),
          )}
        </svg>
        {need.seats !== null && (
          <span className="line-need" style={{ insetBlockEnd: `${(need.seats / top) * 100}%` }}>
            <em>{t('need', { seats: need.seats })}</em>
          </span>
        )}
      </div>
      <p className="line-axis" aria-hidden="true">
        {series.map((point, i) => (
          <span key={point.on} className="line-tick" data-year={point.quarter === 1 || i === 0 || undefined}>
            <bdi>{t('short', { quarter: String(point.quarter) })}</bdi>
            {(point.quarter === 1 || i === 0) && <b>{String(point.year)}</b>}
          </span>
        ))}
      </p>
      <details className="line-table">
        <summary>{t('table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its column is scrolled by the arrow keys */}
        <section className="parts-scroll" aria-label={t('title')} tabIndex={0}>
          <table className="parts" style={{ '--sites': subjects.length } as React.CSSProperties}>
            <thead>
              <tr>
                <th scope="col">{t('on')}</th>
                {subjects.map((subject, i) => (
                  <th key={subject.id} scope="col">
                    <Letter column={i} />
                    <span className="sr"> {subjectName(subject, format.language)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {series.map((point) => (
                <tr key={point.on}>
                  <th scope="row">
                    {quarterName(point)} <span className="note">{format.day(point.on, 'short-day')}</span>
                  </th>
                  {point.seats.map((value, i) => (
                    <td key={subjects[i]?.id}>
                      {value === null ? <span className="unknown">{common('unknown')}</span> : format.number(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  )
}

/** Steps: what can be had on a quarter's first day holds until the next is looked at. Of a square of 1000. */
function stepPath(series: readonly QuarterOfSites[], site: number, top: number): string {
  const width = 1000 / series.length
  return series
    .map(({ seats }, i) => {
      const y = (1000 - ((seats[site] ?? 0) / top) * 1000).toFixed(1)
      return `${i === 0 ? `M0 ${y}` : `V${y}`}H${((i + 1) * width).toFixed(1)}`
    })
    .join('')
}

const LineSample = ({ dash }: { dash: string | null }) => (
  <svg className="line-sample" viewBox="0 0 28 6" aria-hidden="true" focusable="false">
    <path d="M0 3h28" className="line" {...(dash ? { strokeDasharray: dash } : {})} />
  </svg>
)
