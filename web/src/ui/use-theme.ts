import { usePreferences } from '../state/preferences.ts'
import { useMedia } from './use-media.ts'

/** The theme as it shows: the reader's choice, or the device's. */
export function useTheme(): 'light' | 'dark' {
  const theme = usePreferences((state) => state.theme)
  const isDeviceDark = useMedia('(prefers-color-scheme: dark)')
  if (theme !== 'auto') return theme
  return isDeviceDark ? 'dark' : 'light'
}
