import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useShortlist } from '../../state/shortlist.ts'
import { Basket } from '../../ui/basket.tsx'
import { Icon } from '../../ui/icon.tsx'

/** The foot of the page on a phone: list, map, and the basket. */
export function ViewTabs({ view, onChange }: { view: 'list' | 'map'; onChange: (view: 'list' | 'map') => void }) {
  const t = useTranslations('explore.tabs')
  const { number } = useFormat()
  const kept = useShortlist((state) => state.content.sites.length)
  const [isBasketOpen, setIsBasketOpen] = useState(false)
  return (
    <nav className="view-tabs" aria-label={t('label')}>
      {(['list', 'map'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-current={view === name ? 'page' : undefined}
          onClick={() => onChange(name)}
        >
          <Icon name={name} />
          {t(name)}
        </button>
      ))}
      <button type="button" aria-haspopup="dialog" onClick={() => setIsBasketOpen(true)}>
        <Icon name="bookmark" />
        {t('basket')}
        {kept > 0 && <span className="muted">{number(kept)}</span>}
      </button>
      <Basket isOpen={isBasketOpen} onClose={() => setIsBasketOpen(false)} />
    </nav>
  )
}
