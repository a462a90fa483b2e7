import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useConsole } from '../../state/console.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { CONSOLE_PAGES } from './pages.ts'

/** The pages of the console, each offered to those who have the right it is for. The zone goes along. */
export function ConsolePages({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations('console')
  const [path] = useLocation()
  const { person, zone } = useConsole()
  const params = zone ? { zone: zone.id } : {}
  return (
    <nav className="pages" aria-label={t('pages')}>
      {CONSOLE_PAGES.filter(({ needs }) => maySomewhere(person.grants, needs)).map(({ to, name }) => (
        <PageLink
          key={to}
          to={to}
          change={{ params }}
          aria-current={path === to ? 'page' : undefined}
          onClick={onLeave}
        >
          {t(`page.${name}`)}
        </PageLink>
      ))}
    </nav>
  )
}
