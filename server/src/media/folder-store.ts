import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaStore } from './media-store.ts'

/** Files in a folder, made at the first picture. Names come from `routes.ts`, which lets no path through. */
export function folderStore(folder: string): MediaStore {
  return {
    put: async (name, bytes) => {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `.${randomBytes(8).toString('hex')}`)
      const file = await open(draft, 'wx', 0o644)
      try {
        await file.writeFile(bytes)
        // On the disk before it has its name: a picture is whole or not there.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, join(folder, name))
    },
    get: (name) =>
      readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      }),
  }
}
