import { useQuery } from '@tanstack/react-query'
import { unseal } from '@tvl/model'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { OpenedShare } from '../../api/shares.ts'
import { shareDifferenceQuery } from '../../api/shares.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { AskButton } from '../../ui/ask-button.tsx'
import { DifferenceBanner } from '../../ui/shortlist/difference-list.tsx'
import { DossierFiles } from '../../ui/shortlist/dossier-files.tsx'
import { FrozenView } from '../../ui/shortlist/frozen-view.tsx'
import { shortHash } from '../../ui/shortlist/frozen-words.ts'
import { Closed } from './closed.tsx'

/** What an agency froze, in the reader’s language, with what has changed since. */
export function OpenedPage({ token, share }: { token: string; share: OpenedShare }) {
  const t = useTranslations('share')
  const { language, instant } = useFormat()
  const title = useRef<HTMLHeadingElement>(null)
  // The form for the passphrase is gone, and the focus with it.
  useEffect(() => {
    if (share.needsPassphrase) title.current?.focus()
  }, [share.needsPassphrase])
  const { data: difference, isError } = useQuery(shareDifferenceQuery(token))
  const { text, freeze } = share
  const frozen = useMemo(() => {
    try {
      return text && freeze ? unseal({ text, hash: freeze.hash }) : null
    } catch {
      return null
    }
  }, [text, freeze])
  // Checked here too: what came is the very text of the hash, or it is not shown.
  if (!frozen || !freeze) return <Closed code="frozen.altered" />
  const from = frozen.organisation ? nameOf(frozen.organisation, language) : null
  return (
    <main id="main" className="share">
      <header className="share-head">
        {from && <p className="eyebrow">{from}</p>}
        <h1 ref={title} className="title" tabIndex={-1}>
          {frozen.shortlist.title || t('untitled')}
        </h1>
        <p className="note">
          {share.recipient && <>{t('for', { name: isolate(share.recipient) })} </>}
          {t('frozenAt', { time: instant(new Date(freeze.at)), id: isolate(shortHash(freeze.hash)) })}{' '}
          {t('until', { time: instant(new Date(share.expiresAt)) })}
        </p>
        <p className="note">{t('told', { count: share.openings })}</p>
        <DossierFiles of={{ token }} />
        <p className="share-acts">
          <AskButton about={[...new Set(frozen.shortlist.sites.map(({ zoneId }) => zoneId))]} share={token} />
          {/* A feed reader cannot give a passphrase. */}
          {!share.needsPassphrase && (
            <a className="link" href={`/api/shares/${token}/alerts.atom?lang=${language}`} type="application/atom+xml">
              {t('follow')}
            </a>
          )}
        </p>
      </header>
      {difference && <DifferenceBanner frozen={frozen} difference={difference} />}
      {isError && <p className="dossier-banner">{t('notCompared')}</p>}
      <FrozenView frozen={frozen} />
      <footer className="share-foot note">
        {t('verify')} <code dir="ltr">{freeze.hash}</code>
      </footer>
    </main>
  )
}
