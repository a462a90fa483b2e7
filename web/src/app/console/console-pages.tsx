import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { useConsole } from '../../state/console.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { CONSOLE_PAGES, CONSOLE_PARTS, partOf } from './pages.ts'

/**
 * The pages of this half of the console, each offered to those who have the right it is for, and the way to the other
 * half. The zone goes along.
 */
export function ConsolePages({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations('console')
  const [path] = useLocation()
  const { person, zone } = useConsole()
  const params = zone ? { zone: zone.id } : {}
  const here = partOf(path) ?? 'manage'
  const allowed = CONSOLE_PAGES.filter(({ needs }) => maySomewhere(person.grants, needs))
  const others = CONSOLE_PARTS.flatMap((part) => {
    const first = part === here ? undefined : allowed.find((page) => page.part === part)
    return first ? [{ part, to: first.to }] : []
  })
  return (
    <nav className="pages" aria-label={t('pages')}>
      {allowed
        .filter(({ part }) => part === here)
        .map(({ to, name }) => (
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
      {others.map(({ part, to }) => (
        <PageLink key={part} className="console-other" to={to} change={{ params }} onClick={onLeave}>
          {t(`part.${part}`)}
        </PageLink>
      ))}
    </nav>
  )
}
