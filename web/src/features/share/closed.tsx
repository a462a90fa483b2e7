import { useTranslations } from 'use-intl'
import { PageLink } from '../../ui/page-link.tsx'

const KNOWN = ['share.unknown', 'share.revoked', 'share.expired', 'frozen.altered', 'rate.exceeded', 'offline'] as const

/** Why a link opens nothing, and what one can do. */
export function Closed({ code }: { code: string | null }) {
  const t = useTranslations('share.closed')
  const known = KNOWN.find((one) => one === code) ?? 'other'
  return (
    <main id="main" className="plain-page">
      <div className="plain-alert" role="alert">
        <h1 className="title">{t(`${known}.title`)}</h1>
        <p>{t(`${known}.text`)}</p>
      </div>
      {(known === 'offline' || known === 'other') && (
        <button type="button" className="btn primary" onClick={() => location.reload()}>
          {t('again')}
        </button>
      )}
      <PageLink className="link" to="/">
        {t('explore')}
      </PageLink>
    </main>
  )
}
