import { useEffect } from 'react'

/** Paper is white: a dark page is printed in its light colours, and dark again afterwards. */
export function usePrintInLight(): void {
  useEffect(() => {
    const root = document.documentElement
    let theme: string | undefined
    const before = () => {
      theme = root.dataset.theme
      root.dataset.theme = 'light'
    }
    const after = () => {
      if (theme === undefined) delete root.dataset.theme
      else root.dataset.theme = theme
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
}
