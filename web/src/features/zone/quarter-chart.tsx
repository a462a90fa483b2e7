import { useQuery } from '@tanstack/react-query'
import { type Need, prepare, type RuleZone } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { IllustrativeMark } from './inventory.tsx'
import { placeInSeries, type QuarterSeats, quarterSeries } from './quarter-series.ts'

interface QuarterChartProps {
  zoneIndex: ZoneIndex
  zone: RuleZone
  need: Need
  on: string
}

/** The day on which the income-tax measures in force end, as the rules say it. */
function useTaxEnd(): string | null {
  const { data: incentives } = useQuery(collectionQuery('incentives'))
  const ends = incentives?.flatMap(({ properties: { category, status, validTo } }) =>
    category === 'personal-income-tax' && status === 'in-force' && validTo !== null ? [validTo] : [],
  )
  return ends?.sort().at(-1) ?? null
}

/** The best block quarter by quarter; choosing a bar shows the floors of its day. */
export function QuarterChart({ zoneIndex, zone, need, on }: QuarterChartProps) {
  const t = useTranslations('zone.quarters')
  const format = useFormat()
  const { setParam } = useApp.getState()
  const { today, illustrative } = zoneIndex.catalogue
  const taxEnd = useTaxEnd()
  const series = useMemo(
    () => quarterSeries(prepare(zoneIndex.index.columns, [zone], []), 0, need, today),
    [zoneIndex, zone, need, today],
  )
  const asked = need.seats
  const most = Math.max(1, asked ?? 0, ...series.map(({ seats }) => seats))
  const end = taxEnd === null ? null : placeInSeries(taxEnd, series)
  const initial = need.availableBy ?? today
  const quarterName = ({ quarter, year }: QuarterSeats) =>
    t('quarter', { quarter: String(quarter), year: String(year % 100).padStart(2, '0') })
  const share = (seats: number) => `${((seats / most) * 100).toFixed(2)}%`
  // The day shown lies in the last quarter that begins before it.
  const shown = series.findLastIndex((bar) => bar.on <= on)
  return (
    <section aria-labelledby="zone-quarters">
      <h2 id="zone-quarters">
        {t('title')}
        <span className="unit">
          {[
            asked !== null && t('dashed', { seats: format.number(asked) }),
            series.some(({ held }) => held > 0) && t('hatched'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {illustrative && <IllustrativeMark text={t('illustrative')} />}
      </h2>
      <fieldset className="quarters" style={{ '--bars': series.length } as React.CSSProperties}>
        <legend className="sr">{t('choose')}</legend>
        <svg width="0" height="0" className="sr" aria-hidden="true" focusable="false">
          <defs>
            <pattern id="quarter-held" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v4" className="hatch-held" />
            </pattern>
          </defs>
        </svg>
        {series.map((bar, i) => {
          const isEnough = asked === null ? bar.seats > 0 : bar.seats >= asked
          const name = t('bar', { quarter: quarterName(bar), seats: bar.seats })
          return (
            <label
              key={bar.on}
              className="quarter"
              data-enough={isEnough || undefined}
              data-same={(i > 0 && series[i - 1]?.seats === bar.seats) || undefined}
              title={format.day(bar.on)}
            >
              <input
                type="radio"
                name="zone-quarter"
                className="sr"
                checked={i === shown}
                aria-label={asked !== null && isEnough ? t('enough', { bar: name }) : name}
                onChange={() => setParam('on', bar.on === initial ? null : bar.on)}
              />
              <span className="quarter-bar" aria-hidden="true">
                <em>{format.number(bar.seats)}</em>
                {bar.held > 0 && (
                  <svg
                    className="quarter-held"
                    style={{ blockSize: share(bar.held) }}
                    aria-hidden="true"
                    focusable="false"
                  >
                    <rect width="100%" height="100%" fill="url(#quarter-held)" />
                  </svg>
                )}
                <i style={{ blockSize: share(bar.seats - bar.held) }} />
              </span>
              <small aria-hidden="true">{quarterName(bar)}</small>
            </label>
          )
        })}
        <div className="quarter-lines">
          {asked !== null && <i className="quarter-need" style={{ insetBlockEnd: share(asked) }} aria-hidden="true" />}
          {end !== null && taxEnd !== null && (
            <span className="quarter-end" style={{ insetInlineStart: `${((end / series.length) * 100).toFixed(2)}%` }}>
              {t('taxEnd', { date: format.day(taxEnd, 'short-day') })}
            </span>
          )}
        </div>
      </fieldset>
      {end === null && taxEnd !== null && taxEnd > today && (
        <p className="note">{t('taxBeyond', { date: format.day(taxEnd) })}</p>
      )}
    </section>
  )
}
