import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

interface MapLegendProps {
  /** sites that neither answer nor nearly do */
  otherCount: number
  /** airports and cable landings are drawn */
  hasPlaces: boolean
  dir: 'ltr' | 'rtl'
  /** open at first: where the map has room for it */
  isOpen: boolean
  children?: ReactNode
}

/** What the signs mean: the same shapes as on the canvas. */
export function MapLegend({ otherCount, hasPlaces, dir, isOpen, children }: MapLegendProps) {
  const t = useTranslations('map')
  return (
    <details className="map-legend" dir={dir} open={isOpen}>
      <summary>{t('legend')}</summary>
      <ul>
        <Entry text={t('siteHit')}>
          <circle r="6.5" className="sign-pin" />
          <text y="3.4">1</text>
        </Entry>
        <Entry text={t('siteNear')}>
          <circle r="5" className="sign-near" />
        </Entry>
        <Entry text={t('siteOther', { count: otherCount })}>
          <circle r="3.4" className="sign-other" />
        </Entry>
        <Entry text={t('regionHit')}>
          <rect x="-6" y="-5" width="12" height="10" className="sign-region" />
        </Entry>
        {hasPlaces && (
          <Entry text={t('airport')}>
            <circle r="5" className="sign-airport" />
            <path d="M0 -3.4V3.2M-3 0.9L0 -0.9L3 0.9M-1.3 3L0 2.2L1.3 3" className="sign-line" />
          </Entry>
        )}
        {hasPlaces && (
          <Entry text={t('cable')}>
            <path d="M0 -4.2L4 3H-4Z" className="sign-cable" />
          </Entry>
        )}
        <Entry text={t('highSpeed')}>
          <path d="M-7 0H7" className="sign-rail" />
        </Entry>
        <Entry text={t('highSpeedPlanned')}>
          <path d="M-7 0H7" className="sign-rail is-planned" />
        </Entry>
      </ul>
      {children}
    </details>
  )
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  )
}
