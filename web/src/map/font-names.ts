/** Names under which layers ask for a face; `map-fonts.ts` says which files draw them. */
export const FONT = {
  regular: 'Plex Regular',
  medium: 'Plex Medium',
  strong: 'Plex SemiBold',
  water: 'Plex Water',
} as const
