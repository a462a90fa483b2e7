import type { Language } from '@tvl/model'
import { anOrder } from './dossier.maker.ts'
import { dossierPdf } from './pdf.ts'

// A process of its own for the test that two of them set the same bytes.
process.stdout.write(await dossierPdf(anOrder((process.argv[2] ?? 'fr') as Language)))
