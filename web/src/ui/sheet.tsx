import { lazy, Suspense } from 'react'
import type { SheetProps } from './sheet-props.ts'

const SheetDialog = lazy(() => import('./sheet-dialog.tsx').then((module) => ({ default: module.SheetDialog })))

/** A sheet over the page: full height on a phone, a column at the side elsewhere. Its code comes when first opened. */
export function Sheet(props: SheetProps) {
  if (!props.isOpen) return null
  return (
    <Suspense fallback={null}>
      <SheetDialog {...props} />
    </Suspense>
  )
}
