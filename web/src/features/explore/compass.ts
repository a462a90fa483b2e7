const EIGHTHS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const

/** The eighth of the compass of a bearing in degrees, 0 = north, clockwise, −180 to 360. */
export const compassOf = (degrees: number) => EIGHTHS[Math.round((degrees + 360) / 45) % 8] ?? 'n'
