import { addDays } from '@tvl/model'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMailer } from '../mail/mailer.ts'
import { stopKey } from '../mail/stop-key.ts'
import { makeDemoAccounts } from '../session/demo-accounts.ts'
import { readSettings } from '../settings.ts'
import { serve, TEST_SECRET, type TestApp } from '../testing/app.ts'
import { silentLog } from '../testing/database.ts'
import { anOffice } from '../testing/makers.ts'
import { aPerson, mails } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'
import { type ReminderOptions, remind, watchReminders } from './remind.ts'

const MONDAY = '2026-11-23'
const clock = new Date(`${MONDAY}T09:00:00Z`)
/** The clocks of Morocco show UTC since September 2026. */
const at = (day: string, time = '09:00') => clock.setTime(Date.parse(`${day}T${time}:00Z`))
const fes = (n: number, seats: number, age: number) =>
  anOffice(`fes-shore-a-${n}`, { stackOrder: n, seats, verifiedOn: addDays(MONDAY, -age) })

/** Of Fès: one is out of the totals, one leaves them within the week, one is due, one falls due, one is fresh. */
const RECORDS = [
  ...twoSites().filter(({ collection }) => collection !== 'offices'),
  ...[fes(0, 1400, 130), fes(1, 50, 115), fes(2, 60, 40), fes(3, 70, 25), fes(4, 80, 22)],
]
const managerOf = (id: string) =>
  ({ role: 'manager', organisationId: 'ewane', territory: { kind: 'zone', id } }) as const

let test: TestApp
const people = new Map<string, string>()
beforeAll(async () => {
  test = await serve(RECORDS, { clock })
  for (const name of ['hind', 'omar', 'nora'])
    people.set(name, await aPerson(test, `${name}@example.ma`, managerOf('fes-shore')))
  await sql`update auth_user set language = 'ar' where name = 'omar'`.execute(test.db)
  await aPerson(test, 'casa@example.ma', managerOf('casanearshore'))
  await aPerson(test, 'chief@example.ma', { ...managerOf('fes-shore'), role: 'administrator' })
  await makeDemoAccounts(test.db, clock)
})
afterAll(() => test.close())
beforeEach(() => void at(MONDAY))

const options = (mailer = test.mailer): ReminderOptions => ({
  ...{ db: test.db, snapshot: test.live.snapshot, clock: { now: () => clock }, mailer },
  ...{ origin: () => 'https://sites.example.ma', secret: TEST_SECRET, log: silentLog },
})
/** What a server does that is started now: it looks at once. */
const started = async (on = options()) => watchReminders(on).stop()
const to = (mail: string) => /^To: (.+)$/m.exec(mail)?.[1]?.trim()
const stopLink = (name: string) =>
  `${test.url}/api/reminders/${stopKey(TEST_SECRET, 'reminders', people.get(name) ?? '')}`

describe('the letter of Monday', () => {
  it('goes out from seven in Morocco on, and on no other day', async () => {
    for (const [day, time] of [
      ['2026-11-22', '09:00'],
      ['2026-11-24', '09:00'],
      [MONDAY, '06:59'],
    ] as const) {
      at(day, time)
      await started()
    }
    expect(await mails(test)).toEqual([])
  })

  it('comes once, from two servers that look at the same moment and from one that is started later', async () => {
    await fetch(stopLink('nora'), { method: 'POST', body: new URLSearchParams({ letters: 'off' }) })
    at(MONDAY, '07:00')
    const other = createMailer(
      { ...readSettings({}), dataDir: test.mailDir.replace(/\/mail$/, '') },
      pino({ level: 'silent' }),
    )
    await Promise.all([started(), started(options(other))])
    await other.close()
    at(MONDAY, '20:00')
    await started()
    // Nothing is due at Casanearshore, an administrator is no manager, and nobody reads what demo accounts get.
    expect((await mails(test)).map(to).sort()).toEqual(['hind@example.ma', 'omar@example.ma'])
  })

  it('says by zone what is overdue and what falls due, in the reader’s language, with the way to both', async () => {
    const all = await mails(test)
    const [french = '', arabic = ''] = ['hind', 'omar'].map((name) =>
      all.find((mail) => to(mail) === `${name}@example.ma`),
    )
    for (const words of [
      'Zone fes-shore\n– Vérification expirée, lots déjà hors des totaux : 1 (sièges : 1 400)\n'.replace(
        '1 400',
        '1\u202f400',
      ),
      '– En retard, lots qui sortent des totaux d’ici le 30 novembre 2026 : 1 (sièges : 50)',
      '– En retard, lots à vérifier : 1 (sièges : 60)',
      '– Lots dont l’échéance tombe d’ici le 30 novembre 2026 : 1 (sièges : 70)',
      'À vérifier aujourd’hui\nhttps://sites.example.ma/manage',
      '<a href="https://sites.example.ma/api/reminders/',
    ])
      expect(french.replaceAll('\r\n', '\n')).toContain(words)
    expect(french).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).toContain('منطقة fes-shore')
    expect(arabic).toContain(
      '(المقاعد: 1,400)'.replace('1,400', new Intl.NumberFormat('ar-MA', { numberingSystem: 'latn' }).format(1400)),
    )
  })

  it('comes again a week later, unless it was stopped by its link', async () => {
    const page = await fetch(stopLink('hind'))
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const shown = await page.text()
    expect(shown).toContain('<button name="letters" value="off">')
    // Looking at the link, as mail programs do by themselves, has stopped nothing.
    at(addDays(MONDAY, 7))
    expect(await remind(options())).toBe(2)
    const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await fetch(stopLink('hind'), { method: 'POST', body: oneClick })).status).toBe(200)
    at(addDays(MONDAY, 14))
    expect(await remind(options())).toBe(1)
    await fetch(stopLink('hind'), { method: 'POST', body: new URLSearchParams({ letters: 'on' }) })
    at(addDays(MONDAY, 21))
    expect(await remind(options())).toBe(2)
  })

  it('is stopped by nobody else’s page and by no made-up key', async () => {
    const id = people.get('omar') ?? ''
    for (const key of [
      id,
      `${id}.${'A'.repeat(43)}`,
      stopKey('another secret', 'reminders', id),
      stopKey(TEST_SECRET, 'reminders', id).replace(id, people.get('hind') ?? ''),
    ]) {
      expect(
        (await fetch(`${test.url}/api/reminders/${key}`, { method: 'POST', body: new URLSearchParams() })).status,
      ).toBe(404)
    }
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await fetch(stopLink('omar'), { method: 'POST', body: new URLSearchParams(), headers })).status).toBe(403)
    const { rows } = await sql`select from auth_user where name = 'omar' and "noReminders"`.execute(test.db)
    expect(rows).toHaveLength(0)
  })
})
