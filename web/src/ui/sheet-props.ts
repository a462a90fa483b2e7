import type { ReactNode } from 'react'

export interface SheetProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What stands at the foot, always in view. */
  foot?: ReactNode
  children: ReactNode
}
