import { useTranslations } from 'use-intl'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { MOST_COMPARED } from '../../state/selection-slice.ts'
import { useApp } from '../../state/store.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { AddOffice } from './add-office.tsx'
import { AddSite } from './add-site.tsx'
import { type Row, shownRows } from './rows.ts'
import type { Kind, Subject } from './subjects.ts'

interface CompareBarProps {
  zoneIndex: ZoneIndex | null
  subjects: readonly Subject[]
  rows: readonly Row[]
  kind: Kind
  /** the need in words */
  sentence: string | null
}

/** What is compared, for which need, and what the table shows of it. */
export function CompareBar({ zoneIndex, subjects, rows, kind, sentence }: CompareBarProps) {
  const t = useTranslations('compare')
  const differencesOnly = useApp((state) => state.params.differences === '1')
  const { setParam } = useApp.getState()
  const isComparison = subjects.length >= 2
  const hidden = shownRows(rows, true).hidden
  return (
    <header className="compare-bar-top">
      <div className="compare-name">
        <h1>{t('heading')}</h1>
        {sentence && <p dir="auto">{sentence}</p>}
      </div>
      <div className="compare-opts">
        {isComparison && (
          <label className="compare-only">
            <input
              type="checkbox"
              className="check"
              checked={differencesOnly}
              onChange={() => setParam('differences', differencesOnly ? null : '1')}
            />
            <span>
              {t('differences')}{' '}
              <span className="muted">{t(differencesOnly ? 'hidden' : 'same', { count: hidden })}</span>
            </span>
          </label>
        )}
        <KindChoice kind={kind} />
        {isComparison && <AskButton about={[...new Set(subjects.map(({ zone }) => zone.id))]} />}
        {isComparison && (
          <button type="button" className="btn" onClick={() => print()}>
            {t('print')}
          </button>
        )}
        {zoneIndex &&
          isComparison &&
          (subjects.length < MOST_COMPARED ? (
            kind === 'zones' ? (
              <AddSite zones={zoneIndex.index.zones} />
            ) : (
              <AddOffice zones={zoneIndex.index.zones} />
            )
          ) : (
            <p className="note">{t('full')}</p>
          ))}
      </div>
    </header>
  )
}

function KindChoice({ kind }: { kind: Kind }) {
  const t = useTranslations('compare.kind')
  const choose = (next: Kind) => {
    if (next === kind) return
    // Ids of zones name no office and the other way round: a new comparison begins, and "back" returns to this one.
    const { params } = useApp.getState()
    const { kind: _, ...others } = params
    useApp.setState({
      compared: [],
      params: next === 'offices' ? { ...others, kind: next } : others,
      step: 'push',
    })
  }
  return (
    <fieldset className="kind-choice">
      <legend className="sr">{t('label')}</legend>
      {(['zones', 'offices'] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="compare-kind"
            className="sr"
            checked={kind === value}
            onChange={() => choose(value)}
          />
          <span>{t(value)}</span>
        </label>
      ))}
    </fieldset>
  )
}
