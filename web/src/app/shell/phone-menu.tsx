import { useTranslations } from 'use-intl'
import { DisplayChoices } from './display-choices.tsx'
import { Pages } from './pages.tsx'

/** What the head of a desk shows in a row, one under the other. */
export function PhoneMenu({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations('common.display')
  return (
    <div className="phone-menu">
      <Pages onLeave={onLeave} />
      <section className="display-panel" aria-label={t('title')}>
        <DisplayChoices />
      </section>
    </div>
  )
}
