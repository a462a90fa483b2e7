import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anOrder } from '@tvl/server/dossier/dossier.maker'
import { dossierPdf } from '@tvl/server/dossier/pdf'
import { socialPicture } from '@tvl/server/dossier/social-picture'
import { build } from './tools/build.ts'
import { install } from './tools/debian.ts'
import { checkNodeVersion } from './tools/node-version.ts'
import { at } from './tools/paths.ts'
import { main, run, Stop } from './tools/run.ts'

const LANGUAGES = ['fr', 'ar', 'en'] as const
/** The cover, and the page of the first site that the agency has written a note on. */
const PAGES = { dossier: 1, 'dossier-site': 4 } as const
/** Of an inch: an A4 page becomes some 900 pixels wide. */
const DOTS = 108

/** Pictures of the demonstration’s dossier in three languages, and of its link, into `docs/images/`. */
await main(async () => {
  checkNodeVersion()
  if ((await run('pdftoppm', ['-v'])).code !== 0) await install(['poppler-utils'], 'the pictures of the dossier')
  await build({ only: ['catalogue', 'basemap'] })
  const folder = await mkdtemp(join(tmpdir(), 'tvl-dossier-'))
  try {
    for (const language of LANGUAGES) {
      const order = anOrder(language)
      const pdf = join(folder, `${language}.pdf`)
      await writeFile(pdf, await dossierPdf(order))
      for (const [name, page] of Object.entries(PAGES)) {
        const picture = at(`docs/images/${name}-${language}`)
        const which = ['-f', String(page), '-l', String(page), '-singlefile']
        const outcome = await run('pdftoppm', ['-r', String(DOTS), ...which, '-png', pdf, picture])
        if (outcome.code !== 0) throw new Stop(outcome.output)
        console.log(`${name}-${language}.png`)
      }
      await writeFile(at(`docs/images/dossier-link-${language}.png`), await socialPicture(order))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
