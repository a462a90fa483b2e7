import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { createTransport } from 'nodemailer'
import type { Settings } from '../settings.ts'
import { type Letter, type Mail, mailOf } from './letter.ts'

export interface Mailer {
  kind: 'smtp' | 'folder'
  /**
   * Takes a letter to be sent, and returns before it is: how long a mail takes tells nobody whether there was one.
   * `folder` keeps it from leaving the house, whatever is set.
   */
  send(to: string, letter: Letter, how?: { folder?: boolean }): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Between the attempts: a server that is busy or being restarted is there again soon. */
const PATIENCE_MS: readonly number[] = [2_000, 15_000, 60_000]
const MOST_WAITING = 1_000

/**
 * Sends mail by SMTP, or writes it into a folder when no server is set. Addresses and texts are never logged.
 * @param patience waits between the attempts, in ms
 */
export function createMailer(
  { smtpUrl, mailFrom, dataDir }: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
  log: FastifyBaseLogger,
  patience = PATIENCE_MS,
): Mailer {
  const smtp = smtpUrl === null ? null : createTransport({ url: smtpUrl, pool: true, maxConnections: 2 })
  const paper = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()

  const keep = async (mail: Mail) => {
    const folder = join(dataDir, 'mail')
    const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`
    const { message } = await paper.sendMail({ from: mailFrom, ...mail })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Whoever looks into the folder finds whole letters only.
    await writeFile(join(folder, `.${name}`), message as Buffer, { mode: 0o600 })
    await rename(join(folder, `.${name}`), join(folder, `${name}.eml`))
  }

  const post = async (mail: Mail) => {
    for (const [attempt, pause] of [...patience, null].entries()) {
      try {
        await smtp?.sendMail({ from: mailFrom, ...mail })
        return
      } catch (error) {
        const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
        // What a server refuses for good (5xx) it will refuse again.
        const isFinal = pause === null || responseCode >= 500 || stopping.signal.aborted
        log[isFinal ? 'error' : 'warn']({ attempt, code, responseCode }, 'a mail could not be sent')
        if (isFinal) return
        await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return {
    kind: smtp ? 'smtp' : 'folder',
    send: (to, letter, { folder = false } = {}) => {
      if (underWay.size >= MOST_WAITING) {
        log.error('a mail was dropped: too many are waiting for the mail server')
        return
      }
      const mail = mailOf(to, letter)
      const sending = (smtp && !folder ? post(mail) : keep(mail))
        .catch((error: unknown) =>
          log.error({ code: (error as NodeJS.ErrnoException).code }, 'a mail could not be kept'),
        )
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    idle,
    close: async () => {
      stopping.abort()
      await idle()
      smtp?.close()
    },
  }
}
