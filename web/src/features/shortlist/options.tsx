import { CRITERIA, type Shortlist } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { Change } from './use-lines.ts'

const ORDERS = ['neutral', 'agency'] as const

/** Order, assumptions and weights: what the figures and the places rest on beside the catalogue. */
export function Options({ content, change }: { content: Shortlist; change: Change }) {
  const t = useTranslations('shortlist.options')
  const words = useTranslations('dossier')
  const id = useId()
  const { assumptions, weights } = content
  const number = (text: string, least: number, most: number, fallback: number) => {
    const value = Number(text)
    return Number.isFinite(value) && text !== '' ? Math.min(most, Math.max(least, value)) : fallback
  }
  return (
    <details className="shortlist-options">
      <summary>{t('title')}</summary>
      <div className="shortlist-fields">
        <fieldset>
          <legend>{t('order')}</legend>
          {ORDERS.map((order) => (
            <label key={order} className="shortlist-choice">
              <input
                type="radio"
                name={`${id}order`}
                checked={content.order === order}
                onChange={() => change({ ...content, order })}
              />
              {words(`order.${order}`)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('assumptions')}</legend>
          <label>
            <span>{t('termMonths')}</span>
            <input
              type="number"
              min={1}
              max={240}
              step={1}
              value={assumptions.termMonths}
              onChange={({ target }) =>
                change({
                  ...content,
                  assumptions: {
                    ...assumptions,
                    termMonths: Math.round(number(target.value, 1, 240, assumptions.termMonths)),
                  },
                })
              }
            />
          </label>
          <label>
            <span>{t('areaM2PerSeat')}</span>
            <input
              type="number"
              min={1}
              max={100}
              step={0.5}
              value={assumptions.areaM2PerSeat}
              onChange={({ target }) =>
                change({
                  ...content,
                  assumptions: {
                    ...assumptions,
                    areaM2PerSeat: number(target.value, 1, 100, assumptions.areaM2PerSeat),
                  },
                })
              }
            />
          </label>
        </fieldset>
        <fieldset>
          <legend>{t('weights')}</legend>
          {CRITERIA.map((criterion) => (
            <label key={criterion}>
              <span>{words(`criterion.${criterion}`)}</span>
              <input
                type="number"
                min={0}
                max={100}
                step={1}
                value={weights[criterion]}
                onChange={({ target }) =>
                  change({ ...content, weights: { ...weights, [criterion]: number(target.value, 0, 100, 0) } })
                }
              />
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  )
}
