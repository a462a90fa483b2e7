import './gaps.css'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FilledRequest } from '../../api/requests.ts'
import { GapLine } from './gap-line.tsx'

const PAGE = 50
const MISSING = new Set(['unknown', 'ambiguous', 'unmatched', 'declared'])

/** What the catalogue does not say: whom to ask, by when, and what they answered. */
export function Gaps({ request }: { request: FilledRequest }) {
  const t = useTranslations('requests.gaps')
  const [limit, setLimit] = useState(PAGE)
  const gaps = request.items.filter(({ state, gap }) => MISSING.has(state) || (gap !== null && state !== 'kept'))
  return (
    <section className="rfi-part" aria-labelledby="rfi-gaps">
      <h2 id="rfi-gaps">{t('title')}</h2>
      <p className="note">{gaps.length === 0 ? t('none') : t('intro')}</p>
      <ul className="rfi-gaps">
        {gaps.slice(0, limit).map((item) => (
          <GapLine key={item.id} item={item} request={request} />
        ))}
      </ul>
      {gaps.length > limit && (
        <button type="button" className="btn" onClick={() => setLimit((before) => before * 4)}>
          {t('more', { count: gaps.length - limit })}
        </button>
      )}
    </section>
  )
}
