import { lazy, type ReactNode, Suspense } from 'react'

const SheetDialog = lazy(() => import('./sheet-dialog.tsx').then((module) => ({ default: module.SheetDialog })))

export interface SheetProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What stands at the foot, always in view. */
  foot?: ReactNode
  children: ReactNode
}

/** A sheet over the page: full height on a phone, a column at the side elsewhere. Its code comes when first opened. */
export function Sheet(props: SheetProps) {
  if (!props.isOpen) return null
  return (
    <Suspense fallback={null}>
      <SheetDialog {...props} />
    </Suspense>
  )
}
