import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'

const PAGES = [
  { to: '/', name: 'explore' },
  { to: '/compare', name: 'compare' },
  { to: '/data', name: 'data' },
  { to: '/help', name: 'help' },
  { to: '/manage', name: 'manage' },
] as const

/** The pages of the product, with the number of sites taken for comparison. */
export function Pages({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations('common.nav')
  const { number } = useFormat()
  const [path] = useLocation()
  const compared = useApp((state) => state.compared.length)
  return (
    <nav className="pages" aria-label={t('label')}>
      {PAGES.map(({ to, name }) => (
        <PageLink key={to} to={to} aria-current={path === to ? 'page' : undefined} onClick={onLeave}>
          {t(name)}
          {name === 'compare' && compared > 0 && <span className="count">{number(compared)}</span>}
        </PageLink>
      ))}
    </nav>
  )
}
