import { Transformer } from '@napi-rs/image'

/** A plain picture of a size, in the format asked for. */
export async function aPicture(widthPx: number, heightPx: number, format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const pixels = new Uint8Array(widthPx * heightPx * 4)
  for (let i = 0; i < pixels.length; i += 4) pixels.set([i % 251, (i * 7) % 241, 120, 255], i)
  const picture = Transformer.fromRgbaPixels(pixels, widthPx, heightPx)
  return format === 'jpeg' ? picture.jpeg(85) : format === 'png' ? picture.png() : picture.webp(85)
}

/** The same JPEG as a phone would write it, lying on its side and with the place where it was taken. */
export function asFromAPhone(jpeg: Buffer): Buffer {
  const u16 = (n: number) => [n & 255, n >> 8]
  const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)]
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...[...value, 0, 0, 0, 0].slice(0, 4),
  ]
  const gpsAt = 8 + 2 + 2 * 12 + 4
  const latitudeAt = gpsAt + 2 + 2 * 12 + 4
  const tiff = [
    ...[0x49, 0x49, 42, 0],
    ...u32(8),
    ...u16(2),
    ...entry(0x0112, 3, 1, u16(6)),
    ...entry(0x8825, 4, 1, u32(gpsAt)),
    ...u32(0),
    ...u16(2),
    ...entry(1, 2, 2, [0x4e, 0]),
    ...entry(2, 5, 3, u32(latitudeAt)),
    ...u32(0),
    ...[34, 1, 1, 1, 30, 1].flatMap(u32),
  ]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  const length = body.length + 2
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1, length >> 8, length & 255, ...body]),
    jpeg.subarray(2),
  ])
}
