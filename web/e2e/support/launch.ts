const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Chromium without traffic of its own; as root its sandbox cannot start. */
export const QUIET_CHROMIUM: readonly string[] = [
  ...asRoot,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu-rasterization',
]

/** WebGL drawn by the processor, so that the map works on a machine without a graphics card. */
export const WITH_MAP: readonly string[] = [...QUIET_CHROMIUM, '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** A browser in which no page gets WebGL: the map cannot be drawn. */
export const WITHOUT_MAP: readonly string[] = [...QUIET_CHROMIUM, '--disable-3d-apis']

/** The launch options of the browser at CHROMIUM_PATH, or Playwright's own where that is not set. */
export const launchWith = (args: readonly string[]) => ({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [...args],
})
