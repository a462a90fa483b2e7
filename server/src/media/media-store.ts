/** Where the bytes of pictures lie. One seam: a folder, or an S3-compatible bucket. */
export interface MediaStore {
  /** Keeps a file under a name made of its hash; keeping it again changes nothing. */
  put(name: string, bytes: Buffer): Promise<void>
  /** Undefined when there is none of this name. */
  get(name: string): Promise<Buffer | undefined>
}
