import { type FrozenShortlist, seal } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { encryptScenario } from '../../api/private-scenario.ts'
import { addPrivateShare, endPrivateShare } from '../../api/shares.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CopyField } from '../../ui/copy-field.tsx'

const DAYS = 30
const DAY_MS = 86_400_000

/** Shares one’s own scenario: encrypted here, with the key in the link alone. */
export function PrivateLink({ frozen }: { frozen: FrozenShortlist }) {
  const t = useTranslations('shortlist.private')
  const { language, instant } = useFormat()
  const [made, setMade] = useState<{ url: string; token: string; endSecret: string; expiresAt: string } | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'ended'>('idle')
  const make = async () => {
    setState('busy')
    try {
      const { ciphertext, key } = await encryptScenario(seal(frozen))
      const expiresAt = new Date(Date.now() + DAYS * DAY_MS).toISOString()
      const share = await addPrivateShare({ ciphertext, language, expiresAt })
      setMade({ ...share, url: `${location.origin}/s/${share.token}#${key}` })
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const end = async () => {
    if (!made) return
    try {
      await endPrivateShare(made.token, made.endSecret)
      setMade(null)
      setState('ended')
    } catch {
      setState('failed')
    }
  }
  return (
    <section className="shortlist-private" aria-labelledby="private-link">
      <h2 id="private-link">{t('title')}</h2>
      <p className="note">{t('text')}</p>
      {made ? (
        <>
          <CopyField label={t('link')} value={made.url} />
          <p className="note">
            {t('until', { time: instant(new Date(made.expiresAt)) })}{' '}
            <button type="button" className="link" onClick={() => void end()}>
              {t('end')}
            </button>
          </p>
        </>
      ) : (
        <button type="button" className="btn" disabled={state === 'busy'} onClick={() => void make()}>
          {t('make')}
        </button>
      )}
      <p role="status">{state === 'ended' && t('ended')}</p>
      {state === 'failed' && <p role="alert">{t('failed')}</p>}
    </section>
  )
}
