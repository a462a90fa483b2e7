import { CRITERIA, type Criterion, DEFAULT_WEIGHTS, type Measure, type Weights } from '@tvl/model'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { BOUND_OF, measureFor, moveWeight, readBounds, writeBounds, writeWeights } from './profile-url.ts'

interface WeightsFormProps {
  weights: Partial<Weights>
  byLanguage: boolean
}

/** Weights by slider or number, always summing to 100, and a bound beyond which a site is out. */
export function WeightsForm({ weights, byLanguage }: WeightsFormProps) {
  const t = useTranslations('compare.weights')
  const bounds = readBounds(useApp((state) => state.params.vetoes))
  const isDefault = useApp((state) => !state.params.weights && !state.params.vetoes)
  const { setParam } = useApp.getState()
  const full = { ...DEFAULT_WEIGHTS, ...weights }
  // A whole drag starts from the proportions it found, so that passing through 100 does not lose them.
  const base = useRef<Weights>(full)
  const begin = () => {
    base.current = full
  }
  const move = (criterion: Criterion, to: number) =>
    setParam('weights', writeWeights(moveWeight(base.current, criterion, to)))
  const bind = (measure: Measure, value: number | null) => {
    const { [measure]: _, ...others } = bounds
    setParam('vetoes', writeBounds(value === null ? others : { ...others, [measure]: value }))
  }
  return (
    <div className="weights">
      <p className="note">{t('intro')}</p>
      <div className="weights-grid">
        <p className="weights-heads note" aria-hidden="true">
          <span />
          <span>{t('weightHead')}</span>
          <span>{t('boundHead')}</span>
        </p>
        {CRITERIA.map((criterion) => {
          const measure = measureFor(criterion, byLanguage)
          return (
            <WeightRow
              key={criterion}
              criterion={criterion}
              measure={measure}
              weight={full[criterion]}
              bound={bounds[measure] ?? null}
              onBegin={begin}
              onMove={(to) => move(criterion, to)}
              onBind={(value) => bind(measure, value)}
            />
          )
        })}
      </div>
      <button
        type="button"
        className="btn"
        disabled={isDefault}
        onClick={() => {
          setParam('weights', null)
          setParam('vetoes', null)
        }}
      >
        {t('reset')}
      </button>
    </div>
  )
}

interface WeightRowProps {
  criterion: Criterion
  measure: Measure
  weight: number
  bound: number | null
  onBegin: () => void
  onMove: (to: number) => void
  onBind: (value: number | null) => void
}

function WeightRow({ criterion, measure, weight, bound, onBegin, onMove, onBind }: WeightRowProps) {
  const t = useTranslations('compare')
  const id = useId()
  const sign = BOUND_OF[measure] === 'at-most' ? '≤' : '≥'
  const name = t(`criterion.${criterion}`)
  return (
    <div className="weights-row">
      <label htmlFor={id}>{name}</label>
      <span className="weights-weight">
        <input
          id={id}
          type="range"
          className="weight-slider"
          min={0}
          max={100}
          step={1}
          value={Math.round(weight)}
          onPointerDown={onBegin}
          onFocus={onBegin}
          onChange={(event) => onMove(event.target.valueAsNumber)}
        />
        <NumberField
          label={t('weights.points', { criterion: name })}
          value={weight}
          most={100}
          onBegin={onBegin}
          onChange={(value) => onMove(value ?? 0)}
        />
      </span>
      <span className="weights-bound">
        <span aria-hidden="true">{sign}</span>
        <NumberField
          label={t(sign === '≤' ? 'weights.atMost' : 'weights.atLeast', {
            criterion: name,
            unit: t(`weights.unit.${measure}`),
          })}
          value={bound}
          most={9_999_999}
          onBegin={() => undefined}
          onChange={onBind}
        />
        <span className="unit" aria-hidden="true">
          {t(`weights.unit.${measure}`)}
        </span>
      </span>
    </div>
  )
}

interface NumberFieldProps {
  label: string
  /** null = empty */
  value: number | null
  most: number
  onBegin: () => void
  onChange: (value: number | null) => void
}

/** Keeps what is being typed as typed; the page takes it as soon as it is a number. */
function NumberField({ label, value, most, onBegin, onChange }: NumberFieldProps) {
  const format = useFormat()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      type="text"
      inputMode="decimal"
      className="number-field"
      aria-label={label}
      value={draft ?? (value === null ? '' : format.number(value, { maxDigits: 2 }).replace(/\s/g, ''))}
      onFocus={onBegin}
      onChange={(event) => {
        const text = event.target.value
        setDraft(text)
        const clean = text.trim().replace(',', '.')
        if (clean === '') onChange(null)
        else if (/^\d+(\.\d*)?$/.test(clean) && Number(clean) <= most) onChange(Number(clean))
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
