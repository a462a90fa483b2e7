import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { PageLink } from '../../ui/page-link.tsx'

/** The catalogue has no such zone. */
export function ZoneMissing({ id }: { id: string }) {
  const t = useTranslations('zone.missing')
  return (
    <main id="main" className="plain-page">
      <svg className="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <h1 className="title">{t('title')}</h1>
      <p>{t('text', { id: isolate(id) })}</p>
      <PageLink className="link" to="/">
        {t('back')}
      </PageLink>
    </main>
  )
}
