import './supply-strip.css'
import type { Need } from '@tvl/model'
import { type SupplyQuarter, supplyByQuarter } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'

/** Counts the sites quarter by quarter, one a moment of rest, so that a change of the need never waits for it. */
function useSupply(zoneIndex: ZoneIndex, need: Need): readonly SupplyQuarter[] {
  const [quarters, setQuarters] = useState<readonly SupplyQuarter[]>([])
  // The day that is asked does not change the strip: it looks at every quarter.
  const key = JSON.stringify({ ...need, availableBy: null })
  useEffect(() => {
    const steps = supplyByQuarter(zoneIndex.index, JSON.parse(key) as Need, zoneIndex.context)
    const found: SupplyQuarter[] = []
    // A busy map may leave no idle time for seconds: then each step is taken anyway, a millisecond at a time.
    const later = (work: () => void) =>
      window.requestIdleCallback ? window.requestIdleCallback(work, { timeout: 80 }) : window.setTimeout(work, 1)
    const cancel = window.cancelIdleCallback ?? window.clearTimeout
    let handle = 0
    const work = () => {
      const { value, done } = steps.next()
      if (done || !value) {
        setQuarters(found)
        return
      }
      found.push(value)
      handle = later(work)
    }
    handle = later(work)
    return () => cancel(handle)
  }, [zoneIndex, key])
  return quarters
}

/** Supply in time: a bar a quarter; the slider under the bars moves the day by which offices must be free. */
export function SupplyStrip({ zoneIndex }: { zoneIndex: ZoneIndex }) {
  const t = useTranslations('explore.supply')
  const format = useFormat()
  const need = useApp((state) => state.need)
  const { changeNeed } = useApp.getState()
  const quarters = useSupply(zoneIndex, need)
  const asked = need.availableBy ?? zoneIndex.context.today
  const most = Math.max(1, ...quarters.map(({ hits }) => hits))
  const chosen = Math.max(
    0,
    quarters.findLastIndex(({ on }) => on <= asked),
  )
  const quarterName = ({ quarter, year }: SupplyQuarter) =>
    t('quarter', { quarter: String(quarter), year: String(year % 100).padStart(2, '0') })
  const now = quarters[chosen]
  return (
    <section className="supply" aria-label={t('title')}>
      <h2>
        {t('title')}
        <span className="note">
          {need.seats === null ? t('counted') : t('countedSeats', { seats: format.number(need.seats) })}
        </span>
      </h2>
      <div className="supply-bars" aria-hidden="true">
        {quarters.map((quarter, i) => (
          <div key={quarter.on} data-in={i <= chosen || undefined}>
            <b>{format.number(quarter.hits)}</b>
            <i style={{ '--share': quarter.hits / most } as React.CSSProperties} />
          </div>
        ))}
      </div>
      {now && (
        <input
          type="range"
          className="slider"
          min={0}
          max={quarters.length - 1}
          step={1}
          value={chosen}
          aria-label={t('slider')}
          aria-valuetext={t('value', { quarter: quarterName(now), count: now.hits })}
          onChange={(event) => {
            const place = Number(event.target.value)
            changeNeed({ availableBy: place === 0 ? null : (quarters[place]?.on ?? null) }, 'replace')
          }}
        />
      )}
      <div className="supply-labels" aria-hidden="true">
        {quarters.map((quarter, i) => (
          <span key={quarter.on}>{i % 2 === 0 && quarterName(quarter)}</span>
        ))}
      </div>
      <p className="supply-by">{need.availableBy ? t('by', { date: format.day(need.availableBy) }) : t('byToday')}</p>
    </section>
  )
}
