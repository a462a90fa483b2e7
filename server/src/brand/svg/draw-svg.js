// Plain JavaScript, because Node starts it as it stands: from the sources and from the bundle alike.
// Draws the SVG that comes in on standard input, its longest side as asked, and writes a PNG. Nothing is loaded for it.
import { Resvg } from '@resvg/resvg-js'

const longest = Number(process.argv[2])
const parts = []
for await (const part of process.stdin) parts.push(part)
const svg = Buffer.concat(parts).toString('utf8')

const options = (mode) => ({
  fitTo: { mode, value: longest },
  font: { loadSystemFonts: false },
  logLevel: 'off',
})
const { width, height } = new Resvg(svg, options('original'))
const image = new Resvg(svg, options(width >= height ? 'width' : 'height')).render()
const { pixels } = image
let isEmpty = true
for (let at = 3; at < pixels.length && isEmpty; at += 4) isEmpty = pixels[at] === 0
// Nothing at all is the answer for a drawing in which there is nothing to see.
if (!isEmpty) process.stdout.write(image.asPng())
