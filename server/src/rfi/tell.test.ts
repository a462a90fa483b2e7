import { catalogue } from '@tvl/data'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, mails } from '../testing/people.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { frenchRfi, officerOf, sendRfi } from './rfi.maker.ts'
import { tellGaps } from './tell.ts'

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

describe('who is asked for what is missing', () => {
  it('gets one letter for what was asked together, in their language, once, and again for another day', async () => {
    const people = { role: 'manager', organisationId: 'ewane', territory: { kind: 'zone', id: 'fes-shore' } } as const
    await aPerson(server, 'hind@ewane.example', people)
    await aPerson(server, 'reader@ewane.example', { ...people, role: 'reader' })
    await aPerson(server, 'omar@cri.example', {
      ...{ role: 'officer', organisationId: 'cri-fes-meknes', territory: { kind: 'region', id: 'MA-03' } },
    })
    await sql`update auth_user set language = 'en' where name = 'hind'`.execute(server.db)
    const clock = new Date('2026-11-23T09:00:00Z')
    const tell = () =>
      tellGaps({
        ...{ db: server.db, snapshot: server.live.snapshot, clock: { now: () => clock }, mailer: server.mailer },
        ...{ origin: () => 'https://sites.example.ma', settings: { catalogue: 'facts' as const }, log: server.app.log },
      })
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    const open = body.items.filter(({ state }) => state !== 'kept').map(({ id }) => id)
    const ask = (cell: string | undefined, owner: string, dueOn = '2026-12-01') =>
      server.send(
        'POST',
        `/api/rfi/${body.id}/gaps`,
        { cell, owner: { kind: 'organisation', id: owner }, dueOn },
        officer,
      )
    for (const cell of open.slice(0, 2)) expect((await ask(cell, 'ewane')).status).toBe(201)
    expect((await ask(open[2], 'cri-fes-meknes')).status).toBe(201)
    expect(await tell()).toBe(0)
    clock.setTime(clock.getTime() + 2 * 60_000)
    const sent = await Promise.all([tell(), tell()])
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(2)
    const letters = await mails(server)
    const to = (email: string) => letters.filter((mail) => mail.includes(`To: ${email}`))
    expect(letters).toHaveLength(2)
    const [operator] = to('hind@ewane.example')
    expect(operator).toContain('by 1 December 2026')
    // Two lines, as text and as HTML.
    expect(operator?.split('by 1 December 2026')).toHaveLength(1 + 2 * 2)
    // Who does not see the questionnaire is given no link to it.
    expect(operator).not.toContain('/agency/requests/')
    expect(to('omar@cri.example')[0]).toContain(`https://sites.example.ma/agency/requests/${body.id}`)
    // Asked for the same again, nobody is written to; for another day, they are.
    await ask(open[0], 'ewane')
    clock.setTime(clock.getTime() + 60 * 60_000)
    expect(await tell()).toBe(0)
    await ask(open[0], 'ewane', '2026-12-05')
    expect(await tell()).toBe(1)
  })
})
