import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { ImportFile } from '../../api/imports.ts'
import { isolate } from '../../i18n/format.ts'
import { useConsole } from '../../state/console.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { UndoImport } from './past.tsx'

interface AppliedProps {
  file: ImportFile
  outcome: { commit: string | null; changes: number }
  onLeave: () => void
}

/** What an import wrote, where it shows, and the way back. */
export function Applied({ file, outcome, onLeave }: AppliedProps) {
  const t = useTranslations('import')
  const { zone } = useConsole()
  const head = useRef<HTMLHeadingElement>(null)
  // The button that was pressed is gone: the keyboard goes on from what it brought about.
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="import-part import-done">
      <h2 ref={head} tabIndex={-1}>
        {t('done.title', { file: isolate(file.fileName) })}
      </h2>
      <p role="status">{t('done.records', { count: outcome.changes })}</p>
      <p className="import-links">
        {zone && (
          <PageLink className="link" to={`/zones/${zone.id}`}>
            {t('done.zone')}
          </PageLink>
        )}
        <PageLink className="link" to="/manage/units">
          {t('done.units')}
        </PageLink>
        <PageLink className="link" to="/manage/history" change={{ params: { kind: 'import' } }}>
          {t('done.history')}
        </PageLink>
      </p>
      {outcome.commit !== null && <UndoImport commit={outcome.commit} changes={outcome.changes} />}
      <p>
        <button type="button" className="btn" onClick={onLeave}>
          {t('other')}
        </button>
      </p>
    </section>
  )
}
