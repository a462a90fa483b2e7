import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of the server of a port, while it runs: specs read its letters there. */
export const folderOf = (port: string | number) => join(tmpdir(), `tvl-e2e-${port}`)
