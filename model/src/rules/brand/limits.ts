/** Longest texts of a brand, characters. A name has to stand on one or two lines of a cover. */
export const BRAND_LONGEST = { name: 120, email: 254, phone: 32, address: 160, web: 200 } as const

/** What an upload may weigh, bytes. */
export const MARK_LARGEST_UPLOAD = 1024 * 1024
/** What of it is kept may weigh, bytes: it is part of every dossier. */
export const MARK_LARGEST_KEPT = 256 * 1024
/** Longest side of what is kept, pixels: twice what a cover shows. */
export const MARK_LONGEST_PX = 1200

/** Hours that a brand lives that was set with an account of the demonstration, which everybody may use. */
export const DEMO_BRAND_HOURS = 24
