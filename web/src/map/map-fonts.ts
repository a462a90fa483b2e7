import latin400 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2?url'
import latin500 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-500-normal.woff2?url'
import latin600 from '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2?url'
import arabic400 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2?url'
import arabic500 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-500-normal.woff2?url'
import arabic600 from '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2?url'
import serifItalic from '@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-400-italic.woff2?url'
import type { StyleSpecification } from 'maplibre-gl'
import { FONT } from './font-names.ts'

/** The map asks for the presentation forms too once it has shaped Arabic. */
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+200C-200F', 'U+FB50-FDFF', 'U+FE70-FEFC']
const LATIN = ['U+0000-024F', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212']

const both = (latin: string, arabic: string) => [
  { url: arabic, 'unicode-range': ARABIC },
  { url: latin, 'unicode-range': LATIN },
]

/** Font files of the page itself, so that the map needs no glyph server. */
export const fontFaces: NonNullable<StyleSpecification['font-faces']> = {
  [FONT.regular]: both(latin400, arabic400),
  [FONT.medium]: both(latin500, arabic500),
  [FONT.strong]: both(latin600, arabic600),
  [FONT.water]: [
    { url: arabic400, 'unicode-range': ARABIC },
    { url: serifItalic, 'unicode-range': LATIN },
  ],
  // Names that the operator's tiles ask for.
  'Noto Sans Regular': both(latin400, arabic400),
  'Noto Sans Medium': both(latin500, arabic500),
  'Noto Sans Italic': both(latin400, arabic400),
}
