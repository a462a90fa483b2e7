import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer } from './mailer.ts'
import { invitationLetter, resetLetter } from './words/account-letters.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mail-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const silent = pino({ level: 'silent' })
const mailFrom = 'Locator <no-reply@sites.example.ma>'
const URL_OF = 'https://sites.example.ma/reset/abc'

/** A mail server that keeps what it is sent. */
async function mailServer(options: SMTPServerOptions = {}) {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString())
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  return { received, smtpUrl: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) }
}

describe('a mail', () => {
  it('goes to the mail server in the reader’s language, as text and as a page in its direction', async () => {
    const server = await mailServer()
    const mailer = createMailer({ smtpUrl: server.smtpUrl, mailFrom, dataDir }, silent)
    mailer.send('hind@example.ma', resetLetter('ar', URL_OF))
    await mailer.close()
    await server.close()
    expect(mailer.kind).toBe('smtp')
    const [mail = ''] = server.received
    expect(mail).toContain('To: hind@example.ma')
    expect(mail).toContain('multipart/alternative')
    const texts = [...mail.matchAll(/base64\r\n\r\n([\w+/=\r\n]+)/g)].map(([, text = '']) =>
      Buffer.from(text, 'base64').toString(),
    )
    expect(texts.every((text) => text.includes(URL_OF) && text.includes('طُلبت كلمة مرور'))).toBe(true)
    expect(texts.some((text) => text.includes('<html lang="ar" dir="rtl">'))).toBe(true)
  })

  it('is sent again when the server was busy, and not when it was refused for good', async () => {
    let asked = 0
    const busy = await mailServer({
      onMailFrom: (_address, _session, done) => {
        asked++
        done(asked === 1 ? Object.assign(new Error('busy'), { responseCode: 451 }) : null)
      },
    })
    const mailer = createMailer({ smtpUrl: busy.smtpUrl, mailFrom, dataDir }, silent, [10, 10])
    mailer.send('hind@example.ma', resetLetter('fr', URL_OF))
    await mailer.idle()
    expect([asked, busy.received.length]).toEqual([2, 1])
    await mailer.close()
    await busy.close()

    let refused = 0
    const closed = await mailServer({
      onRcptTo: (_address, _session, done) => {
        refused++
        done(Object.assign(new Error('no such box'), { responseCode: 550 }))
      },
    })
    const lines: string[] = []
    const log = pino({}, { write: (line: string) => void lines.push(line) })
    const other = createMailer({ smtpUrl: closed.smtpUrl, mailFrom, dataDir }, log, [10, 10])
    other.send('hind@example.ma', resetLetter('fr', URL_OF))
    await other.close()
    await closed.close()
    expect(refused).toBe(1)
    expect(lines.join()).toContain('could not be sent')
    expect(lines.join()).not.toContain('hind')
  })

  it('without a mail server is a file that this user alone reads', async () => {
    const mailer = createMailer({ smtpUrl: null, mailFrom, dataDir }, silent)
    const organisation = { fr: 'Ewane <Assets>', ar: 'إيوان', en: 'Ewane' }
    mailer.send('hind@example.ma', invitationLetter('fr', { organisation, url: URL_OF, days: 7 }))
    await mailer.idle()
    expect(mailer.kind).toBe('folder')
    const folder = join(dataDir, 'mail')
    const [file = ''] = await readdir(folder)
    expect(file).toMatch(/\.eml$/)
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
    const mail = await readFile(join(folder, file), 'utf8')
    expect(mail).toContain('Subject: =?UTF-8?Q?Invitation_=C3=A0_Tech_Valley_Locator?=')
    expect(mail).toContain('Ewane &lt;Assets&gt;.')
  })

  it('cannot be given another header by its receiver’s address', async () => {
    const mailer = createMailer({ smtpUrl: null, mailFrom, dataDir: join(dataDir, 'injected') }, silent)
    mailer.send('hind@example.ma\r\nBcc: all@example.ma', resetLetter('fr', URL_OF))
    await mailer.idle()
    const folder = join(dataDir, 'injected', 'mail')
    const [file = ''] = await readdir(folder)
    expect(await readFile(join(folder, file), 'utf8')).not.toMatch(/^Bcc:/m)
  })
})
