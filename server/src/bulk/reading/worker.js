// Plain JavaScript, because Node starts it as it stands: from the sources and from the bundle alike.
import { parentPort, workerData } from 'node:worker_threads'
import { fileType } from './file-type.js'
import { FileRefused } from './limits.js'

/** @param {Buffer} bytes @param {string} name */
async function read(bytes, name) {
  const type = fileType(bytes, name)
  // The library of workbooks takes most of a second to load: only for workbooks.
  if (type === 'xlsx') return { type, ...(await (await import('./workbook.js')).readWorkbook(bytes)) }
  if (type === 'csv') return { type, ...(await import('./separated.js')).readSeparated(bytes) }
  return { type, ...(await import('./geojson.js')).readGeojson(bytes) }
}

async function annotate(bytes, type, notes) {
  const { annotateWorkbook, annotateSeparated, annotateGeojson } = await import('./annotate.js')
  if (type === 'xlsx') return annotateWorkbook(bytes, notes)
  return type === 'csv' ? annotateSeparated(bytes, notes) : annotateGeojson(bytes, notes)
}

async function write(layout) {
  const { workbookWriter } = await import('./write-workbook.js')
  const writer = workbookWriter(layout, (chunk) => parentPort.postMessage({ chunk }))
  for await (const message of messages()) {
    if (message.end) break
    writer.rows(message.sheet, message.rows)
    parentPort.postMessage({ next: true })
  }
  await writer.end()
}

/** What the owner of the thread sends, one after the other. */
async function* messages() {
  const waiting = []
  let wake = () => {}
  parentPort.on('message', (message) => {
    waiting.push(message)
    wake()
  })
  parentPort.postMessage({ next: true })
  for (;;) {
    if (waiting.length > 0) yield waiting.shift()
    else await new Promise((done) => (wake = done))
  }
}

const { task } = workerData
const bytes = workerData.bytes && Buffer.from(workerData.bytes)
try {
  if (task === 'read') parentPort.postMessage({ done: await read(bytes, workerData.name) })
  else if (task === 'annotate')
    parentPort.postMessage({ done: await annotate(bytes, workerData.type, workerData.notes) })
  else if (task === 'read-form') {
    const { readForm } = await import('../../rfi/reading/read-form.js')
    parentPort.postMessage({ done: await readForm(bytes, workerData.name) })
  } else if (task === 'fill-form') {
    const { fillForm } = await import('../../rfi/reading/fill-form.js')
    parentPort.postMessage({ done: await fillForm(bytes, workerData.work) })
  } else if (task === 'write') {
    await write(workerData.layout)
    parentPort.postMessage({ done: true })
  }
} catch (error) {
  if (error instanceof FileRefused) parentPort.postMessage({ refused: { code: error.code, words: error.message } })
  else parentPort.postMessage({ failed: `${error?.name}: ${error?.message}` })
}
process.exit(0)
