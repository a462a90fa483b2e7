const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_LENGTH = 22

/** 1 January 1980, midnight: the first day that a package can write. */
const FIRST_DAY = (1 << 5) | 1

/**
 * Sets the time of every part of a package to the first one that there is, in place. The library stamps each with
 * the clock, and the same snapshot has to be the same file to the last byte.
 */
export function withoutDates(zip: Buffer): Buffer {
  const end = zip.length - END_LENGTH
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('not a package without a comment')
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < entries; i++) {
    const local = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY || zip.readUInt32LE(local) !== LOCAL_ENTRY)
      throw new Error('the directory of the package is broken')
    zip.writeUInt32LE(FIRST_DAY << 16, at + 12)
    zip.writeUInt32LE(FIRST_DAY << 16, local + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}
