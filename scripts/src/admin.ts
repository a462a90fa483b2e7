import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Grant, type Language, ROLES, type Role } from '@tvl/model'
import {
  AdminError,
  type AdminOptions,
  createByCommand,
  inviteByCommand,
  issueByCommand,
  readTerritory,
  revokeByCommand,
  tokensByCommand,
  verifyByCommand,
} from '@tvl/server/admin/commands'
import { createMailer } from '@tvl/server/mail/mailer'
import { invitationLetter } from '@tvl/server/mail/words/account-letters'
import { INVITATION_DAYS } from '@tvl/server/people/invitations'
import { organisationName } from '@tvl/server/people/organisations'
import { readSettings, type Settings, SettingsError } from '@tvl/server/settings'
import { DatabaseError } from '@tvl/server/storage/database'
import { visitStore } from '@tvl/server/storage/visit'
import { pino } from 'pino'
import { checkNodeVersion } from './tools/node-version.ts'
import { main, Stop } from './tools/run.ts'

const USAGE = `pnpm admin COMMAND, beside a running server or without one; the settings are the server's own.

  create-administrator --email E --name N [--organisation cdg] [--language fr] [--password-stdin]
      The first administrator, of the whole country. Prints a link that works once, for a week; or makes the
      account at once with the password read from standard input.
  invite --email E --role R --territory T [--organisation cdg] [--language fr]
      Prints a link that works once, for a week, and mails it where a mail server is set.
  token issue --name N --role R --territory T [--organisation cdg] [--days 365 | --forever]
      Makes a key for a program and prints it, this once.
  token list
  token revoke ID
  verify [--head LINK]
      Recomputes the record of changes and holds the present against it. Ends with 1 when something does not fit.
      A last link that an earlier run printed, given back, tells whether the end was cut off or rewritten since.

  R is one of ${ROLES.join(', ')}; T is national, region/MA-03, zone/fes-shore or building/….`

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  head: { type: 'string' },
  territory: { type: 'string' },
  organisation: { type: 'string', default: 'cdg' },
  language: { type: 'string', default: 'fr' },
  days: { type: 'string', default: '365' },
  forever: { type: 'boolean', default: false },
  'password-stdin': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function readArguments() {
  try {
    return parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${USAGE}`)
  }
}

type Values = ReturnType<typeof readArguments>['values']

function needed(values: Values, name: 'email' | 'name' | 'role' | 'territory'): string {
  const value = values[name]?.trim()
  if (!value) throw new Stop(`--${name} is needed.\n\n${USAGE}`)
  return value
}

function readLanguage({ language }: Values): Language {
  if (language === 'fr' || language === 'ar' || language === 'en') return language
  throw new Stop(`--language ${language} is none of fr, ar, en.`)
}

function readGrant(values: Values): Grant {
  const role = needed(values, 'role')
  if (!ROLES.includes(role as Role)) throw new Stop(`--role ${role} is none of ${ROLES.join(', ')}.`)
  const territory = readTerritory(needed(values, 'territory'))
  return { role: role as Role, organisationId: values.organisation, territory }
}

const linkOf = (settings: Settings, token: string): string =>
  `${settings.publicUrl ?? `http://localhost:${settings.port}`}/invitation/${token}`

async function createAdministrator(on: AdminOptions, settings: Settings, values: Values): Promise<void> {
  const email = needed(values, 'email')
  const grant: Grant = { role: 'administrator', organisationId: values.organisation, territory: { kind: 'national' } }
  const language = readLanguage(values)
  if (values['password-stdin']) {
    const name = needed(values, 'name')
    const password = (await text(process.stdin)).replace(/\r?\n$/, '')
    const done = await createByCommand(on, { email, name, grant, language, password })
    console.log(done === 'created' ? `${email} can sign in.` : `${email} has an account already; it administers now.`)
    return
  }
  const token = await inviteByCommand(on, { email, grant, language })
  console.log(`Open this once, within a week, to choose the password of ${email}:\n${linkOf(settings, token)}`)
}

async function inviteSomebody(on: AdminOptions, settings: Settings, values: Values): Promise<void> {
  const email = needed(values, 'email')
  const language = readLanguage(values)
  const grant = readGrant(values)
  const url = linkOf(settings, await inviteByCommand(on, { email, grant, language }))
  console.log(`Good once, for a week, for ${email}:\n${url}`)
  if (!settings.smtpUrl) return
  const mailer = createMailer(settings, pino({ level: 'warn' }), [])
  const organisation = await organisationName(on.db, grant.organisationId)
  mailer.send(email, invitationLetter(language, { organisation, url, days: INVITATION_DAYS }))
  await mailer.idle()
  await mailer.close()
}

async function tokens(on: AdminOptions, [what, id]: readonly string[], values: Values): Promise<void> {
  if (what === 'issue') {
    const days = values.forever ? null : Number(values.days)
    if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 3650)) {
      throw new Stop('--days is a whole number from 1 to 3650.')
    }
    const issued = await issueByCommand(on, { name: needed(values, 'name'), grant: readGrant(values), days })
    console.log(`Token ${issued.id}, shown this once:\n${issued.secret}`)
  } else if (what === 'revoke' && id) {
    await revokeByCommand(on, id)
    console.log(`Token ${id} is revoked.`)
  } else if (what === 'list') {
    for (const token of await tokensByCommand(on)) {
      console.log([token.id, token.role, token.territory, `until ${token.expires}`, token.name].join('  '))
    }
  } else throw new Stop(USAGE)
}

async function verify(on: AdminOptions, values: Values): Promise<void> {
  const { isWhole, isPresentRight, knowsHead, commits, changes, head, broken, strays } = await verifyByCommand(
    on,
    values.head,
  )
  console.log(`${commits} commits, ${changes} changes, last link ${head ?? 'none'}`)
  if (broken) throw new Stop(`The record does not fit at commit ${broken.commit} (${broken.reason}).`)
  if (!isWhole) throw new Stop(`The record does not fit: ${strays} changes belong to no commit.`)
  if (knowsHead === false)
    throw new Stop('The record fits, but the link you kept is not in it: its end was cut off or rewritten.')
  if (!isPresentRight)
    throw new Stop('The record fits, but the present is not what it says. A server puts that right when it runs.')
  console.log('The record fits.')
}

await main(async () => {
  checkNodeVersion()
  const { values, positionals } = readArguments()
  const [command, ...rest] = positionals
  if (values.help || !command) return console.log(USAGE)
  const commands = {
    'create-administrator': (on: AdminOptions, settings: Settings) => createAdministrator(on, settings, values),
    invite: (on: AdminOptions, settings: Settings) => inviteSomebody(on, settings, values),
    token: (on: AdminOptions) => tokens(on, rest, values),
    verify: (on: AdminOptions) => verify(on, values),
  }
  if (!Object.hasOwn(commands, command)) throw new Stop(USAGE)
  const run = commands[command as keyof typeof commands]
  try {
    const settings = readSettings(process.env)
    const log = pino({ level: 'error' })
    const store = await visitStore(settings, log)
    try {
      await run({ db: store.db, now: settings.clock ?? new Date() }, settings)
    } finally {
      await store.close()
    }
  } catch (error) {
    const isPlain = [AdminError, DatabaseError, SettingsError].some((kind) => error instanceof kind)
    throw isPlain ? new Stop((error as Error).message) : error
  }
})
