import './explore.css'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../ui/use-page-title.ts'

/** Page `/`: say what is needed, see what answers it, in a list and on a map. */
export function Explore() {
  const t = useTranslations('explore')
  usePageTitle(t('title'))
  return <main id="main" className="explore" />
}
