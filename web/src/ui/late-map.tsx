import { type ComponentType, lazy, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

/** In its place, with what would stand on it. */
function Unreached({ children }: { children?: ReactNode }) {
  const t = useTranslations('common')
  return (
    <div className="mapless">
      <p>{t('mapUnreached')}</p>
      {children}
    </div>
  )
}

/** A map whose code is fetched late: a network that goes meanwhile costs the map, and not the page around it. */
export const lateMap = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: Unreached }),
    ),
  )
