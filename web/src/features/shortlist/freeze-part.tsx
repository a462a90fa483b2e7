import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { freezeDifferenceQuery, freezeShortlist, freezesQuery, SHORTLISTS_KEY } from '../../api/shortlists.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DossierFiles } from '../../ui/shortlist/dossier-files.tsx'
import { shortHash } from '../../ui/shortlist/frozen-words.ts'
import { LinkForm } from './link-form.tsx'
import { LinkList } from './link-list.tsx'

const KNOWN = ['shortlist.moved', 'shortlist.site', 'shortlist.empty', 'offline'] as const

/** Freezing, and what was frozen last: its files, its links, and how many things have changed since. */
export function FreezePart({ id, revision, isReady }: { id: string; revision: number; isReady: boolean }) {
  const t = useTranslations('shortlist.freeze')
  const { instant } = useFormat()
  const queries = useQueryClient()
  const { data: freezes } = useQuery(freezesQuery(id))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const last = freezes?.[0]
  const { data: difference } = useQuery({ ...freezeDifferenceQuery(last?.id ?? ''), enabled: last !== undefined })
  const make = async () => {
    setProblem(null)
    setIsBusy(true)
    try {
      await freezeShortlist(id, revision)
      await queries.invalidateQueries({ queryKey: SHORTLISTS_KEY })
    } catch (error) {
      const code = error instanceof ApiError ? KNOWN.find((known) => known === error.code) : undefined
      setProblem(t(`problem.${code ?? 'other'}`))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <section className="shortlist-freeze" aria-labelledby="freeze-title">
      <div className="shortlist-bar">
        <h2 id="freeze-title">{t('title')}</h2>
        <button type="button" className="btn primary" disabled={!isReady || isBusy} onClick={() => void make()}>
          {t(last ? 'again' : 'make')}
        </button>
      </div>
      <p className="note">{t('text')}</p>
      {problem && <p role="alert">{problem}</p>}
      {last && (
        <>
          <p>
            {t('last', { time: instant(new Date(last.at)), id: isolate(shortHash(last.hash)) })}{' '}
            {last.revision !== revision && <b>{t('older')}</b>}
          </p>
          {difference && <p className="note">{t('since', { count: difference.changes })}</p>}
          <DossierFiles of={{ freezeId: last.id }} />
          <LinkForm shortlistId={id} freezeId={last.id} />
        </>
      )}
      <LinkList shortlistId={id} freezes={freezes ?? []} />
    </section>
  )
}
