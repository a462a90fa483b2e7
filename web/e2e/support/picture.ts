import type { Page } from '@playwright/test'

/** Where a camera says that it stood, as it stands in the file. */
export const PLACE = 'GPS 33.5303 N 7.6427 W'

/**
 * A photo as a telephone makes it: large, with a place in its EXIF block. Drawn by the browser itself.
 * @param shade 0 to 255: photos of two shades are two photos
 */
export async function photoWithPlace(page: Page, shade = 70): Promise<Buffer> {
  const drawn = await page.evaluate(async (red) => {
    const canvas = document.createElement('canvas')
    canvas.width = 3200
    canvas.height = 2400
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no pen')
    pen.fillStyle = `rgb(${red} 120 150)`
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.fillStyle = 'rgb(240 240 235)'
    pen.fillRect(400, 300, 900, 1500)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    return [...new Uint8Array(await (blob as Blob).arrayBuffer())]
  }, shade)
  const jpeg = Buffer.from(drawn)
  return Buffer.concat([jpeg.subarray(0, 2), exifBlock(), jpeg.subarray(2)])
}

/** APP1 with one directory of one entry: the description of the picture, which says a place. */
function exifBlock(): Buffer {
  const text = Buffer.from(`${PLACE}\0`, 'latin1')
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x010e, 10)
  tiff.writeUInt16BE(2, 12)
  tiff.writeUInt32BE(text.length, 14)
  tiff.writeUInt32BE(26, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Keeps what the page sends as a picture, which the browser's debugger does not show of a blob. */
export async function keepSentPictures(page: Page): Promise<() => Promise<{ text: string; widthPx: number }[]>> {
  await page.addInitScript(() => {
    const sent: Blob[] = []
    const own = window.fetch
    Object.assign(window, { sentPictures: sent })
    window.fetch = (input, init) => {
      if (String(input).startsWith('/api/media') && init?.body instanceof Blob) sent.push(init.body)
      return own(input, init)
    }
  })
  return () =>
    page.evaluate(() =>
      Promise.all(
        (window as unknown as { sentPictures: Blob[] }).sentPictures.map(async (blob) => ({
          text: new TextDecoder('latin1').decode(await blob.arrayBuffer()),
          widthPx: (await createImageBitmap(blob)).width,
        })),
      ),
    )
}
