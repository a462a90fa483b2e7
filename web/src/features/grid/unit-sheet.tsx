import { choiceWord, choiceWords, clockInMorocco, type Office } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { writeCells } from '../../state/grid-draft.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { cellText } from './cells.ts'
import { EDITABLE, type EditableColumn, fieldOf, isFigure } from './columns.ts'
import { ProblemLine } from './problems.tsx'
import type { UnitRow } from './rows.ts'
import { UnitHistory } from './unit-history.tsx'
import type { CellWords } from './use-cell-words.ts'
import { ticking, writing } from './writing.ts'

interface UnitSheetProps {
  row: UnitRow | undefined
  words: CellWords
  onClose: () => void
  onStep: (step: -1 | 1) => void
  hasFormer: boolean
  hasNext: boolean
}

/** One unit in the hand: every cell of its row as a field. What is written goes into the same draft as the grid's. */
export function UnitSheet({ row, words, onClose, onStep, hasFormer, hasNext }: UnitSheetProps) {
  const t = useTranslations('grid')
  return (
    <Sheet isOpen={row !== undefined} onClose={onClose} title={row?.published.name ?? ''}>
      {row && (
        <div className="grid-sheet" key={row.id}>
          <label className="grid-check">
            <input type="checkbox" className="check" checked={row.isTicked} onChange={() => writeCells(ticking(row))} />
            {t('stillTrue')}
          </label>
          {EDITABLE.map((column) => (
            <Field key={column} row={row} column={column} words={words} />
          ))}
          <p className="grid-choices">
            <button type="button" className="btn" disabled={!hasFormer} onClick={() => onStep(-1)}>
              {t('former')}
            </button>
            <button type="button" className="btn" disabled={!hasNext} onClick={() => onStep(1)}>
              {t('next')}
            </button>
          </p>
          <UnitHistory row={row} />
        </div>
      )}
    </Sheet>
  )
}

/** What the label of the date says depends on the state. */
const DATE_LABELS = {
  free: 'dateOf.free',
  held: 'dateOf.held',
  let: 'dateOf.let',
  'under-construction': 'dateOf.built',
} as const

const wallTime = ({ holdEndsAt }: Office): string => {
  if (holdEndsAt === null) return ''
  const { day, time } = clockInMorocco(new Date(holdEndsAt))
  return `${day}T${time}`
}

function Field({ row, column, words }: { row: UnitRow; column: EditableColumn; words: CellWords }) {
  const t = useTranslations('grid')
  const { language } = useFormat()
  const id = useId()
  const hint = useId()
  const { office, published } = row
  const field = fieldOf(column, office)
  const edit = row.edits[field]
  const problem = row.problems.find((one) => one.field === field)
  const label = column === 'date' ? t(DATE_LABELS[office.status]) : words.column(column)
  const write = (text: string) => writeCells(writing([{ row, column, text }], language).step)
  const common = {
    id,
    disabled: edit?.sentIn !== undefined,
    'aria-describedby': hint,
    'aria-invalid': problem ? (true as const) : undefined,
  }
  const text = edit?.fault?.text ?? cellText(office, column, language)
  return (
    <div className="grid-field">
      <label htmlFor={id}>
        <span>{label}</span>
        {column === 'status' || column === 'fitOut' ? (
          <select
            {...common}
            value={choiceWord(column === 'status' ? 'office-status' : 'fit-out', office[column], language)}
            onChange={(event) => write(event.target.value)}
          >
            {choiceWords(column === 'status' ? 'office-status' : 'fit-out', language).map((word) => (
              <option key={word}>{word}</option>
            ))}
          </select>
        ) : column === 'date' ? (
          <input
            {...common}
            key={`${field} ${text}`}
            type={office.status === 'held' ? 'datetime-local' : 'date'}
            defaultValue={office.status === 'held' ? wallTime(office) : text}
            onBlur={(event) => write(event.target.value.replace('T', ' '))}
          />
        ) : (
          <input
            {...common}
            key={text}
            inputMode={
              column === 'rentMadPerM2Month' || column === 'serviceChargeMadPerM2Month'
                ? 'decimal'
                : isFigure(column)
                  ? 'numeric'
                  : undefined
            }
            defaultValue={text}
            autoComplete="off"
            onBlur={(event) => write(event.target.value)}
          />
        )}
      </label>
      <p id={hint} className={problem ? 'is-bad' : 'note'}>
        {problem ? (
          <ProblemLine row={row} problem={problem} words={words} />
        ) : (
          row.changed.includes(field) && (
            <>
              {t('was')} {words.content(published, field)}
            </>
          )
        )}
      </p>
    </div>
  )
}
