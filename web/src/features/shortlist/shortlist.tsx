import { useQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { sessionQuery } from '../../api/session.ts'
import { makeShortlist } from '../../api/shortlists.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { FrozenView } from '../../ui/shortlist/frozen-view.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Editor, useFrozenNow } from './editor.tsx'
import { FileTools } from './file-tools.tsx'
import { PrivateLink } from './private-link.tsx'

/** Page `/shortlist`: the shortlist of this browser. Nothing of it leaves, unless one says so. */
export function ShortlistPage() {
  const t = useTranslations('shortlist')
  usePageTitle(t('title'))
  const { content, before, change, undo, clear } = useShortlist()
  const now = useFrozenNow(content)
  const { frozen } = now
  return (
    <main id="main" className="shortlist">
      <header className="shortlist-head">
        <p className="eyebrow">{t('title')}</p>
        <p className="note">{t('here')}</p>
      </header>
      {before && (
        <p className="shortlist-undo" role="status">
          {t('changed')}{' '}
          <button type="button" className="link" onClick={undo}>
            {t('undo')}
          </button>
        </p>
      )}
      <Editor content={content} change={change} {...now} />
      <div className="shortlist-tools">
        <KeepButton />
        <FileTools content={content} change={change} />
        {content.sites.length > 0 && (
          <button type="button" className="link" onClick={clear}>
            {t('clear')}
          </button>
        )}
      </div>
      {frozen && frozen.sites.length > 0 && <PrivateLink frozen={frozen} />}
      {frozen && frozen.sites.length > 0 && (
        <section className="shortlist-preview" aria-label={t('preview')}>
          <FrozenView frozen={frozen} />
        </section>
      )}
    </main>
  )
}

/** Gives the shortlist to one’s organisation; it then stays here too. */
function KeepButton() {
  const t = useTranslations('shortlist')
  const { data: session } = useQuery(sessionQuery)
  const [, go] = useLocation()
  const [hasFailed, setHasFailed] = useState(false)
  const content = useShortlist((state) => state.content)
  const person = session?.person
  if (!person || !maySomewhere(person.grants, 'keep-shortlists') || content.sites.length === 0) return null
  const keep = async () => {
    setHasFailed(false)
    try {
      const id = await makeShortlist(content)
      go(addressOf(`/agency/shortlists/${id}`, useApp.getState(), { params: {} }))
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <>
      <button type="button" className="btn primary" onClick={() => void keep()}>
        {t('keep')}
      </button>
      {hasFailed && <span role="alert">{t('keepFailed')}</span>}
    </>
  )
}
