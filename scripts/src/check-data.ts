import { catalogue, checkCatalogue, loadFacts } from '@tvl/data'
import { main, Stop } from './tools/run.ts'

/** Refuses a catalogue with a figure that has no source, a name that lacks a language or a reference that leads nowhere. */
await main(async () => {
  const demo = catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' })
  const faults = [...checkCatalogue(loadFacts()), ...checkCatalogue(demo)]
  if (faults.length > 0)
    throw new Stop(`${[...new Set(faults)].join('\n')}\n\n${faults.length} faults in data/catalogue.`)
  console.log(`${demo.length} records, each figure with its source`)
})
