import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { settleCells, useGridDraft } from '../../state/grid-draft.ts'
import { type LiveChange, useLive } from '../../state/live.ts'
import { useRecordWords } from '../../ui/record/use-record-words.ts'
import { columnOf } from './columns.ts'
import { contentOf } from './edits.ts'
import type { UnitRow } from './rows.ts'
import type { CellWords } from './use-cell-words.ts'

interface Author {
  role: string
  at: string
}

/** Who changed a field last, as far as this page has been told. */
function authorOf(changes: readonly LiveChange[], id: string, field: string): Author | null {
  return (
    changes.findLast((change) => change.collection === 'offices' && change.id === id && field in change.fields) ?? null
  )
}

/** Somebody was faster: the former value, theirs and yours side by side, field by field. Nothing was overwritten. */
export function Conflicts({ rows, words }: { rows: readonly UnitRow[]; words: CellWords }) {
  const t = useTranslations('grid.conflict')
  const { comma } = useFormat()
  const title = useId()
  const refusal = useGridDraft((state) => state.refusal)
  const changes = useLive((state) => state.changes)
  const record = useRecordWords()
  const found = rows.filter(({ conflicts }) => conflicts.length > 0)
  if (found.length === 0) return null
  const told = (row: UnitRow, field: string): string | null => {
    const known = refusal?.conflicts.find(({ id }) => id === row.id)?.fields.find((one) => one.field === field)
    const author = known?.at ? known : authorOf(changes, row.id, field)
    if (!author) return null
    const role = record.role(author.role)
    return t('by', { role, time: record.instant(author.at) })
  }
  const settle = (row: UnitRow, field: string, isMine: boolean) => {
    const edit = row.edits[field]
    const after = isMine && edit ? { ...edit, was: contentOf(row.published, field) } : undefined
    settleCells([{ id: row.id, field, after }], null)
  }
  return (
    <section className="grid-panel grid-conflicts" aria-labelledby={title}>
      <h2 id={title}>{t('title')}</h2>
      <p role="alert">{t('text')}</p>
      <ul>
        {found.flatMap((row) =>
          row.conflicts.map((field) => {
            const edit = row.edits[field]
            const name = `${row.published.name}${comma}${words.column(columnOf(field))}`
            const as = (value: unknown) => words.content({ ...row.office, [field]: value }, field)
            return (
              <li key={`${row.id} ${field}`}>
                <h3>
                  <bdi>{name}</bdi>
                </h3>
                <dl>
                  <div>
                    <dt>{t('former')}</dt>
                    <dd>{as(edit?.was)}</dd>
                  </div>
                  <div>
                    <dt>{t('theirs')}</dt>
                    <dd>{as(contentOf(row.published, field))}</dd>
                  </div>
                  <div>
                    <dt>{t('yours')}</dt>
                    <dd>
                      <b>{as(edit?.value)}</b>
                    </dd>
                  </div>
                </dl>
                {told(row, field) && <p className="note">{told(row, field)}</p>}
                <p className="grid-choices">
                  <button type="button" className="btn" onClick={() => settle(row, field, true)}>
                    {t('mine')} <span className="sr">{name}</span>
                  </button>
                  <button type="button" className="btn" onClick={() => settle(row, field, false)}>
                    {t('take')} <span className="sr">{name}</span>
                  </button>
                </p>
              </li>
            )
          }),
        )}
      </ul>
    </section>
  )
}
