import { useEffect } from 'react'
import { useTranslations } from 'use-intl'

/** Names the page in the tab and in the history. */
export function usePageTitle(page: string): void {
  const t = useTranslations('common')
  const title = t('title', { page })
  useEffect(() => {
    document.title = title
  }, [title])
}
