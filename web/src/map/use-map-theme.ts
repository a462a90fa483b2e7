import { useEffect, useState } from 'react'
import { type MapTheme, readMapTheme } from './map-theme.ts'

const isSame = (a: MapTheme, b: MapTheme) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The map's colours, read again whenever the page's theme changes. The page marks its root element after it has rendered,
 * so the name alone comes too early: the mark itself is watched.
 */
export function useMapTheme(name: 'light' | 'dark'): MapTheme {
  const [theme, setTheme] = useState(() => readMapTheme(document.documentElement))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name is what tells that the tokens may have changed
  useEffect(() => {
    const read = () => {
      const next = readMapTheme(document.documentElement)
      setTheme((current) => (isSame(current, next) ? current : next))
    }
    read()
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', read)
    return () => {
      observer.disconnect()
      system.removeEventListener('change', read)
    }
  }, [name])
  return theme
}
