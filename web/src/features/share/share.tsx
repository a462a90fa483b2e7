import './share.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { ApiError } from '../../api/fetch-json.ts'
import { type OpenedShare, openShare, shareStateQuery } from '../../api/shares.ts'
import { changeLanguage } from '../../i18n/change-language.ts'
import { useApp } from '../../state/store.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Closed } from './closed.tsx'
import { OpenedPage } from './opened-page.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { PrivatePage } from './private-page.tsx'

/** Page `/s/:token`: what was shared, exactly as it was frozen. */
export function Share() {
  const { token = '' } = useParams<{ token: string }>()
  const t = useTranslations('share')
  usePageTitle(t('title'))
  const { data: state, error } = useQuery(shareStateQuery(token))
  const [opened, setOpened] = useState<OpenedShare | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const isOpenable = state !== undefined && !state.needsPassphrase
  useEffect(() => {
    if (!isOpenable || opened) return
    openShare(token).then(setOpened, (reason: unknown) =>
      setFailure(reason instanceof ApiError ? reason : new ApiError(0, 'offline')),
    )
  }, [token, isOpenable, opened])
  const linkLanguage = state?.language
  useEffect(() => {
    // Who has chosen a language reads in that one; who has not, in the one the link was made in.
    const { isLanguageChosen, language } = useApp.getState()
    if (linkLanguage && !isLanguageChosen && language !== linkLanguage) void changeLanguage(linkLanguage)
  }, [linkLanguage])
  // A link that ends while it is read leaves the screen: only a lost connection does not take it away.
  const ended = error instanceof ApiError && error.status !== 0 ? error : failure
  if (ended) return <Closed code={ended.code} />
  if (opened?.text && opened.freeze) return <OpenedPage token={token} share={opened} />
  if (opened?.ciphertext) return <PrivatePage share={opened} />
  if (state?.needsPassphrase) return <PassphraseForm token={token} onOpened={setOpened} />
  if (error) return <Closed code="offline" />
  return (
    <main id="main" className="share" aria-busy="true">
      <p className="sr">{t('loading')}</p>
    </main>
  )
}
