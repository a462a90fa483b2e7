import { type Theme, usePreferences } from '../state/preferences.ts'

const dark = matchMedia('(prefers-color-scheme: dark)')

const apply = (theme: Theme) => {
  const resolved = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset.theme = resolved
}

/** Writes the resolved theme on `<html>`, now and whenever the choice or the device changes. */
export function followTheme(): void {
  apply(usePreferences.getState().theme)
  usePreferences.subscribe((state) => apply(state.theme))
  dark.addEventListener('change', () => apply(usePreferences.getState().theme))
}
