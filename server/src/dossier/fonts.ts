import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Typeface } from './typeface.ts'

const require = createRequire(import.meta.url)

const file = (family: string, path: string): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), path)

/** The cuts that documents and pictures are set in, and no other: what a machine happens to have plays no part. */
const FILES = {
  text: file('ibm-plex-sans', '400Regular/IBMPlexSans_400Regular.ttf'),
  strong: file('ibm-plex-sans', '500Medium/IBMPlexSans_500Medium.ttf'),
  italic: file('ibm-plex-sans', '400Regular_Italic/IBMPlexSans_400Regular_Italic.ttf'),
  arabic: file('ibm-plex-sans-arabic', '400Regular/IBMPlexSansArabic_400Regular.ttf'),
  arabicStrong: file('ibm-plex-sans-arabic', '500Medium/IBMPlexSansArabic_500Medium.ttf'),
  serif: file('ibm-plex-serif', '400Regular/IBMPlexSerif_400Regular.ttf'),
  serifItalic: file('ibm-plex-serif', '400Regular_Italic/IBMPlexSerif_400Regular_Italic.ttf'),
  // What people write into their notes beside letters.
  tifinagh: file('noto-sans-tifinagh', '400Regular/NotoSansTifinagh_400Regular.ttf'),
  emoji: file('noto-emoji', '400Regular/NotoEmoji_400Regular.ttf'),
} as const

export const FONT_FILES: readonly string[] = Object.values(FILES)

const faces = new Map<keyof typeof FILES, Typeface>()

/** The measures of one cut, read once. */
export function typeface(name: keyof typeof FILES): Typeface {
  const known = faces.get(name)
  if (known) return known
  const face = new Typeface(readFileSync(FILES[name]))
  faces.set(name, face)
  return face
}
