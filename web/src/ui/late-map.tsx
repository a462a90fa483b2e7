import { type ComponentType, lazy } from 'react'
import { useTranslations } from 'use-intl'

function Unreached() {
  const t = useTranslations('common')
  return <p className="mapless">{t('mapUnreached')}</p>
}

/** A map whose code is fetched late: a network that goes meanwhile costs the map, and not the page around it. */
export const lateMap = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (component) => ({ default: component }),
      () => ({ default: Unreached }),
    ),
  )
