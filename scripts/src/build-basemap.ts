import { readdirSync } from 'node:fs'
import { buildBasemap } from '@tvl/data/basemap'
import { at } from './tools/paths.ts'

/** Builds every boundary set that lies in `data/basemap/`: the operator chooses among them by BOUNDARIES. */
for (const entry of readdirSync(at('data/basemap'), { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const { boundaries, files } = buildBasemap({ outDir: at('data/generated/basemap'), boundaries: entry.name })
  const kb = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000
  console.log(`${boundaries}: ${files.length} files, ${kb.toFixed(0)} kB compressed`)
}
