import type { Language } from '@tvl/model'
import type { FastifyPluginAsync } from 'fastify'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import { type LetterKind, personOfKey } from './stop-key.ts'
import { STOP_PAGES } from './words/stop-page.ts'

export interface StopOptions {
  db: Kysely<Database>
  secret: string
}

interface ByKey {
  Params: { key: string }
}

interface Wish {
  language: Language
  isWanted: boolean
}

interface Kind {
  kind: LetterKind
  path: string
  isWanted: RawBuilder<boolean>
  /** Sets the wish of a person who is there. */
  set: (personId: string, isWanted: boolean) => RawBuilder<unknown>
}

const KINDS: readonly Kind[] = [
  {
    kind: 'reminders',
    path: '/api/reminders/:key',
    isWanted: sql`not "noReminders"`,
    set: (id, isWanted) => sql`update auth_user set "noReminders" = ${!isWanted} where id = ${id}`,
  },
  {
    kind: 'alerts',
    path: '/api/alerts/letters/:key',
    isWanted: sql`coalesce((select is_mailed from alert_reader where person_id = auth_user.id), false)`,
    set: (id, isWanted) => sql`update alert_reader set is_mailed = ${isWanted} where person_id = ${id}`,
  },
]

const LARGEST_FORM = 4096

/**
 * Behind the link of a letter: a page that says whether such letters come, with one button. Looking changes nothing,
 * because mail programs look at links by themselves; stopping is a POST, which mail programs know too (RFC 8058).
 */
export const stopRoutes: FastifyPluginAsync<StopOptions> = async (app, { db, secret }) => {
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

  for (const { kind, path, isWanted, set } of KINDS) {
    const wishOf = async (id: string): Promise<Wish> => {
      const { rows } = await sql<Wish>`select language, ${isWanted} as "isWanted" from auth_user
        where id = ${id}`.execute(db)
      if (!rows[0]) throw unknown()
      return rows[0]
    }
    const personOf = (key: string): string => {
      const id = personOfKey(secret, kind, key)
      if (id === null) throw unknown()
      return id
    }

    app.get<ByKey>(path, async ({ params }, reply) =>
      reply.type('text/html; charset=utf-8').send(page(kind, await wishOf(personOf(params.key)))),
    )

    app.post<ByKey & { Body: unknown }>(path, async ({ params, body }, reply) => {
      // A mail program sends `List-Unsubscribe=One-Click`: all but our own button for the contrary stops them.
      const wants = typeof body === 'string' && new URLSearchParams(body).get('letters') === 'on'
      const id = personOf(params.key)
      await set(id, wants).execute(db)
      return reply.type('text/html; charset=utf-8').send(page(kind, await wishOf(id)))
    })
  }
}

const unknown = () => new ProblemError('letter.unknown', 404, 'This link is of no letter.')

/** Plain, because it is seen once: no files to fetch and nothing to run. Its words are our own. */
function page(kind: LetterKind, { language, isWanted }: Wish): string {
  const { title, on, off, stop, resume } = STOP_PAGES[kind][language]
  const button = isWanted ? { value: 'off', words: stop } : { value: 'on', words: resume }
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${title} – Tech Valley Locator</title>
<main><h1>${title}</h1><p role="status">${isWanted ? on : off}</p>
<form method="post"><button name="letters" value="${button.value}">${button.words}</button></form></main>
</html>
`
}
