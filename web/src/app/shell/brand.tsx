import { useTranslations } from 'use-intl'
import { PageLink } from '../../ui/page-link.tsx'

/** The product's mark and name, which lead to its first page. */
export function Brand() {
  const t = useTranslations('common')
  return (
    <PageLink className="brand" to="/" aria-label={t('product')}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M5 5h14v14H5z" />
        <path d="M12 2.1 21.9 12 12 21.9 2.1 12z" />
      </svg>
      <span lang="en" dir="ltr">
        {t('product')}
      </span>
    </PageLink>
  )
}
