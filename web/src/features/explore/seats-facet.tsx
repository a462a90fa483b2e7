import { SEATS_BIN_EDGES, type SeatsBin } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'

/** The bins from which seats can be asked: "0" asks nothing. */
const STEPS = SEATS_BIN_EDGES.filter((edge) => edge !== 1)

/** How many sites have how many seats, with the threshold on the same axis. */
export function SeatsFacet({ bins: all }: { bins: readonly SeatsBin[] }) {
  const t = useTranslations('explore.facets')
  const words = useTranslations('need')
  const format = useFormat()
  const id = useId()
  const need = useApp((state) => state.need)
  const { changeNeed } = useApp.getState()
  const asked = need.seats ?? 0
  const bins = all.filter(({ from }) => from > 0)
  const most = Math.max(1, ...bins.map(({ zones }) => zones))
  const step = STEPS.findLastIndex((edge) => edge <= asked)
  const value = need.seats === null ? t('seatsAny') : words('atLeast', { value: format.number(need.seats) })
  return (
    <fieldset className="facet">
      <legend>
        {t(need.contiguous ? 'seats' : 'seatsFree')}
        <b className="facet-value">{value}</b>
      </legend>
      <ol className="bins" aria-label={t('histogram')}>
        {bins.map(({ from, to, zones }) => (
          <li
            key={from}
            data-in={asked === 0 || from >= asked || undefined}
            style={{ '--share': zones / most } as React.CSSProperties}
          >
            <span className="sr">
              {to === null
                ? words('atLeast', { value: format.number(from) })
                : `${format.number(from)}–${format.number(to - 1)}`}
              {` : ${format.number(zones)}`}
            </span>
          </li>
        ))}
      </ol>
      <input
        type="range"
        className="slider"
        min={0}
        max={STEPS.length - 1}
        step={1}
        value={step}
        aria-label={t(need.contiguous ? 'seats' : 'seatsFree')}
        aria-valuetext={value}
        onChange={(event) => changeNeed({ seats: STEPS[Number(event.target.value)] || null }, 'replace')}
      />
      <p className="facet-exact">
        <label htmlFor={id}>{t('seatsAtLeast')}</label>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={1}
          max={100000}
          value={need.seats ?? ''}
          onChange={(event) => {
            const seats = Math.trunc(Number(event.target.value))
            changeNeed({ seats: seats >= 1 && seats <= 100_000 ? seats : null }, 'replace')
          }}
        />
        <label className="facet-block">
          <input
            type="checkbox"
            className="check"
            checked={need.contiguous}
            onChange={() => changeNeed({ contiguous: !need.contiguous })}
          />
          {t('oneBlock')}
        </label>
      </p>
    </fieldset>
  )
}
