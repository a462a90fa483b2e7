import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useGridDraft } from '../../state/grid-draft.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { GROUPS, type Group, SHOWS, type Show, type UnitRow } from './rows.ts'
import type { useView } from './use-view.ts'

interface ToolbarProps {
  look: ReturnType<typeof useView>
  /** a list has no columns to choose */
  hasColumns: boolean
  onUndo: () => void
  onRedo: () => void
}

/** What is shown of the units, and the way back. */
export function Toolbar({ look, hasColumns, onUndo, onRedo }: ToolbarProps) {
  const t = useTranslations('grid')
  const canUndo = useGridDraft((state) => state.past.length > 0)
  const canRedo = useGridDraft((state) => state.future.length > 0)
  const { view } = look
  return (
    <div className="grid-bar">
      <label>
        <span className="sr">{t('show.label')}</span>
        <select value={view.show} onChange={(event) => look.setShow(event.target.value as Show)}>
          {SHOWS.map((name) => (
            <option key={name} value={name}>
              {t(`show.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{t('group.label')}</span>
        <select value={view.group} onChange={(event) => look.setGroup(event.target.value as Group)}>
          {GROUPS.map((name) => (
            <option key={name} value={name}>
              {t(`group.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{t('search')}</span>
        <input
          type="search"
          placeholder={t('search')}
          value={view.query}
          onChange={(event) => look.setQuery(event.target.value)}
        />
      </label>
      {hasColumns && (
        <label className="grid-check">
          <input
            type="checkbox"
            className="check"
            checked={look.hasMore}
            onChange={(event) => look.setMore(event.target.checked)}
          />
          {t('more')}
        </label>
      )}
      <PageLink className="link" to="/manage/import">
        {t('files')}
      </PageLink>
      <span className="grid-steps">
        <button type="button" className="btn" disabled={!canUndo} onClick={onUndo}>
          {t('undo')}
        </button>
        <button type="button" className="btn" disabled={!canRedo} onClick={onRedo}>
          {t('redo')}
        </button>
      </span>
    </div>
  )
}

interface CountProps {
  rows: readonly UnitRow[]
  /** units that the view shows */
  shown: number
}

/** How many units there are, and how many were written in. */
export function Count({ rows, shown }: CountProps) {
  const t = useTranslations('grid')
  const { comma } = useFormat()
  const changed = rows.filter((row) => row.changed.length > 0).length
  const ticked = rows.filter((row) => row.isTicked).length
  const wrong = rows.filter((row) => row.problems.length > 0 || row.conflicts.length > 0).length
  return (
    <p className="grid-count">
      <b>{t('units', { count: rows.length })}</b>
      {shown < rows.length && (
        <>
          {comma}
          {t('shown', { count: shown })}
        </>
      )}
      {changed > 0 && (
        <>
          {comma}
          {t('changed', { count: changed })}
        </>
      )}
      {ticked > 0 && (
        <>
          {comma}
          {t('ticked', { count: ticked })}
        </>
      )}
      {wrong > 0 && (
        <span className="is-bad">
          {comma}
          {t('wrong', { count: wrong })}
        </span>
      )}
    </p>
  )
}
