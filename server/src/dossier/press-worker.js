// Plain JavaScript, because Node starts it as it stands: from the sources and from the bundle alike.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

/** Where the pieces of a document lie for its template. */
const ROOT = '/'

/**
 * @param {{ template: string, content: string, files: Record<string, Uint8Array>, fonts: readonly string[] }} job
 * @returns {Promise<Uint8Array>}
 */
async function pdf({ template, content, files, fonts }) {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
  })
  for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(`${ROOT}${path}`, Buffer.from(bytes))
  const compiled = compiler.compile({ mainFileContent: template, inputs: { content } })
  const { result } = compiled
  if (!result) throw new Error(saying(compiler, compiled.takeDiagnostics() ?? compiled.takeError()))
  return compiler.pdf(result, { pdfStandard: 'ua-1' })
}

function saying(compiler, error) {
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'The document was not compiled.'
}

/**
 * @param {{ svg: string, fonts: readonly string[] }} job
 * @returns {Promise<Uint8Array>}
 */
async function png({ svg, fonts }) {
  const { Resvg } = await import('@resvg/resvg-js')
  const font = { fontFiles: [...fonts], loadSystemFonts: false, defaultFontFamily: 'IBM Plex Sans' }
  return new Resvg(svg, { font }).render().asPng()
}

try {
  const bytes = Uint8Array.from(await (workerData.task === 'pdf' ? pdf(workerData) : png(workerData)))
  parentPort?.postMessage({ bytes }, [bytes.buffer])
} catch (error) {
  // What the compiler throws holds the reasons in `code` or as its message, and little of a class.
  parentPort?.postMessage({ failed: String(error instanceof Error ? error.message || error.stack : error) })
}
