import { lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import { loadNamespaces } from '../i18n/load-messages.ts'
import { useAsked } from '../state/enquiry.ts'
import { useApp } from '../state/store.ts'

/** Its code and phrases come when somebody asks something. */
const EnquirySheet = lazy(async () => {
  const [module] = await Promise.all([
    import('../features/enquiry/enquiry-sheet.tsx'),
    loadNamespaces(useApp.getState().language, ['enquiry', 'need']),
  ])
  return { default: module.EnquirySheet }
})

/** The form over whichever page it was opened from. */
export function Asking() {
  const [path] = useLocation()
  // “Back” leaves the page that the form was about; what was typed is kept for the next one.
  const isOpen = useAsked(({ about, on }) => about !== null && on === path)
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <EnquirySheet />
    </Suspense>
  )
}
