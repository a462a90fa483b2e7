import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { type CellEdit, useGridDraft, writeCells } from '../../state/grid-draft.ts'
import type { CellProblem } from './checks.ts'
import { columnOf } from './columns.ts'
import { problemId } from './grid-row.tsx'
import type { UnitRow } from './rows.ts'
import type { CellWords } from './use-cell-words.ts'

const MOST_SHOWN = 8

interface ProblemsProps {
  rows: readonly UnitRow[]
  words: CellWords
  /** Brings a cell into sight; absent where there are no cells. */
  onGo?: (row: UnitRow, field: string) => void
}

/** What keeps cells from being published, a sentence each, with the ways out of it. */
export function Problems({ rows, words, onGo }: ProblemsProps) {
  const t = useTranslations('grid')
  const found = rows.flatMap((row) => row.problems.map((problem) => ({ row, problem })))
  if (found.length === 0) return null
  return (
    <div className="grid-problems" role="status">
      <ul>
        {found.slice(0, MOST_SHOWN).map(({ row, problem }) => (
          <li key={`${row.id} ${problem.field}`} id={problemId(row.id, problem.field)}>
            <ProblemLine row={row} problem={problem} words={words} onGo={onGo} />
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && <p className="note">{t('moreProblems', { count: found.length - MOST_SHOWN })}</p>}
    </div>
  )
}

interface ProblemLineProps extends Omit<ProblemsProps, 'rows' | 'onGo'> {
  row: UnitRow
  problem: CellProblem
  onGo?: ProblemsProps['onGo'] | undefined
}

/** One sentence, and its buttons. */
export function ProblemLine({ row, problem, words, onGo }: ProblemLineProps) {
  const t = useTranslations('grid')
  const { comma } = useFormat()
  const { field } = problem
  const edit = row.edits[field]
  const replace = (after: CellEdit | undefined) => writeCells([{ id: row.id, field, before: edit, after }])
  const name = `${row.published.name}${comma}${words.column(columnOf(field))}`
  return (
    <>
      {onGo ? (
        <button type="button" className="grid-problem-cell" onClick={() => onGo(row, field)}>
          <bdi>{name}</bdi>
        </button>
      ) : (
        <b>
          <bdi>{name}</bdi>
        </b>
      )}{' '}
      {words.problem(row, problem)}{' '}
      {problem.isAsked && edit && (
        <button type="button" className="link" onClick={() => replace({ ...edit, isMeant: true })}>
          {t('meant', { value: words.content(row.office, field) })}
        </button>
      )}{' '}
      {edit && (
        <button type="button" className="link" onClick={() => replace(undefined)}>
          {t('backTo', { value: words.content(row.published, field) })}
        </button>
      )}
    </>
  )
}

/** Units that were written in and are no longer there. */
export function Orphans({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('grid')
  const draft = useGridDraft((state) => state.draft)
  if (ids.length === 0) return null
  const giveUp = () =>
    writeCells(
      ids.flatMap((id) =>
        Object.entries(draft[id] ?? {}).map(([field, before]) => ({ id, field, before, after: undefined })),
      ),
    )
  return (
    <p className="grid-problems" role="status">
      {t('gone', { count: ids.length })}{' '}
      <button type="button" className="link" onClick={giveUp}>
        {t('giveUpGone')}
      </button>
    </p>
  )
}
