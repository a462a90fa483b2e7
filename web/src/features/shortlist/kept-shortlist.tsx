import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { ApiError } from '../../api/fetch-json.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { FrozenView } from '../../ui/shortlist/frozen-view.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Conflicts } from './conflicts.tsx'
import { Editor, useFrozenNow } from './editor.tsx'
import { FileTools } from './file-tools.tsx'
import { FreezePart } from './freeze-part.tsx'
import { useKept } from './use-kept.ts'

/** Page `/agency/shortlists/:id`: a shortlist of one’s organisation, from its need to its links. */
export function KeptShortlist() {
  const { id = '' } = useParams<{ id: string }>()
  return <OfId key={id} id={id} />
}

function OfId({ id }: { id: string }) {
  const t = useTranslations('shortlist')
  const kept = useKept(id)
  const { content } = kept
  usePageTitle(content?.title || t('untitled'))
  if (kept.error instanceof ApiError && kept.error.status === 404) {
    return (
      <main id="main" className="plain-page">
        <h1 className="title">{t('missing.title')}</h1>
        <p>{t('missing.text')}</p>
        <PageLink className="link" to="/agency">
          {t('missing.back')}
        </PageLink>
      </main>
    )
  }
  if (!content) {
    return (
      <main id="main" className="shortlist" aria-busy={!kept.error}>
        <DataState error={kept.error} isEmpty readAt={0} onRetry={() => void kept.refetch()} />
      </main>
    )
  }
  return <Kept id={id} content={content} kept={kept} />
}

function Kept({
  id,
  content,
  kept,
}: {
  id: string
  content: NonNullable<ReturnType<typeof useKept>['content']>
  kept: ReturnType<typeof useKept>
}) {
  const t = useTranslations('shortlist')
  const now = useFrozenNow(content)
  const { frozen } = now
  return (
    <main id="main" className="shortlist">
      <header className="shortlist-head">
        <PageLink className="link" to="/agency">
          {t('list.title')}
        </PageLink>
        <p className="note" role="status">
          {t(`save.${kept.state}`)}
        </p>
      </header>
      {kept.conflict && <Conflicts conflict={kept.conflict} settle={kept.settle} />}
      {kept.before && (
        <p className="shortlist-undo" role="status">
          {t('changed')}{' '}
          <button type="button" className="link" onClick={kept.undo}>
            {t('undo')}
          </button>
        </p>
      )}
      <Editor content={content} change={kept.change} {...now} />
      <div className="shortlist-tools">
        <FileTools content={content} change={kept.change} />
      </div>
      <FreezePart
        id={id}
        revision={kept.revision}
        isReady={kept.state === 'saved' && kept.conflict === null && content.sites.length > 0}
      />
      {frozen && frozen.sites.length > 0 && (
        <section className="shortlist-preview" aria-label={t('preview')}>
          <FrozenView frozen={frozen} />
        </section>
      )}
    </main>
  )
}
