import { useTranslations } from 'use-intl'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'

/** Appears with the first site taken for comparison; opens from two on. */
export function CompareBar() {
  const t = useTranslations('common.compareBar')
  const count = useApp((state) => state.compared.length)
  if (count === 0) return null
  return (
    <p className="compare-bar">
      {count === 1 ? (
        <span className="muted">{t('oneMore')}</span>
      ) : (
        <PageLink className="btn primary" to="/compare">
          {t('open', { count })}
        </PageLink>
      )}
    </p>
  )
}
