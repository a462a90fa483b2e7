import type { Language } from '@tvl/model'
import type { FastifyPluginAsync } from 'fastify'
import { type Kysely, sql } from 'kysely'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { REMINDER_PAGE } from '../mail/words/reminder-page.ts'
import type { Database } from '../storage/database.ts'
import { personOfKey } from './stop-key.ts'

export interface ReminderRouteOptions {
  db: Kysely<Database>
  secret: string
}

interface ByKey {
  Params: { key: string }
}

interface Wish {
  id: string
  language: Language
  noReminders: boolean
}

const LARGEST_FORM = 4096

/**
 * Behind the link of a letter: a page that says whether reminders come, with one button. Looking changes nothing, because
 * mail programs look at links by themselves; stopping is a POST, which mail programs know too (RFC 8058).
 */
export const reminderRoutes: FastifyPluginAsync<ReminderRouteOptions> = async (app, { db, secret }) => {
  const rate = new AddressRate(60, 60_000)
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    (_request, body, done) => done(null, body),
  )
  app.addHook('onRequest', async (request) => rate.take(request))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin')
    reply.header('content-security-policy', "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
  })

  app.get<ByKey>('/api/reminders/:key', async ({ params }, reply) => {
    const { rows } = await sql<Wish>`select id, language, "noReminders" from auth_user
      where id = ${personOf(params.key)}`.execute(db)
    return reply.type('text/html; charset=utf-8').send(page(known(rows[0])))
  })

  app.post<ByKey & { Body: unknown }>('/api/reminders/:key', async ({ params, body }, reply) => {
    // A mail program sends `List-Unsubscribe=One-Click`: all but our own button for the contrary stops them.
    const wants = typeof body === 'string' && new URLSearchParams(body).get('reminders') === 'on'
    const { rows } = await sql<Wish>`update auth_user set "noReminders" = ${!wants}
      where id = ${personOf(params.key)} returning id, language, "noReminders"`.execute(db)
    return reply.type('text/html; charset=utf-8').send(page(known(rows[0])))
  })

  function personOf(key: string): string {
    const id = personOfKey(secret, key)
    if (id === null) throw unknown()
    return id
  }
}

const unknown = () => new ProblemError('reminders.unknown', 404, 'This link is of no letter.')

function known(wish: Wish | undefined): Wish {
  if (!wish) throw unknown()
  return wish
}

/** Plain, because it is seen once: no files to fetch and nothing to run. Its words are our own. */
function page({ language, noReminders }: Wish): string {
  const { title, on, off, stop, resume } = REMINDER_PAGE[language]
  const button = noReminders ? { value: 'on', words: resume } : { value: 'off', words: stop }
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${title} – Tech Valley Locator</title>
<main><h1>${title}</h1><p role="status">${noReminders ? off : on}</p>
<form method="post"><button name="reminders" value="${button.value}">${button.words}</button></form></main>
</html>
`
}
