import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { isolateLtr } from '../i18n/format.ts'
import { PageLink } from '../ui/page-link.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'

export function NotFound() {
  const t = useTranslations('common.notFound')
  const [path] = useLocation()
  usePageTitle(t('title'))
  return (
    <main id="main" className="plain-page">
      <svg className="star" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <h1 className="title">{t('title')}</h1>
      <p>{t('text', { path: isolateLtr(path) })}</p>
      <PageLink className="link" to="/">
        {t('back')}
      </PageLink>
    </main>
  )
}
