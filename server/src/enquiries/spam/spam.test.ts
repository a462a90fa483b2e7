import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type TestApp } from '../../testing/app.ts'
import { sendForm } from '../../testing/enquiries.ts'
import { twoSites } from '../../testing/sites.ts'
import { GENUINE, type GenuineEnquiry } from './genuine.maker.ts'
import { fingerprintOf, isTelling, judge, SPAM_FROM } from './judge.ts'
import { signsOf } from './signs.ts'
import { SPAM, type SpamEnquiry } from './spam.maker.ts'

const clock = new Date('2026-11-23T09:00:00Z')
const later = (seconds: number) => void clock.setTime(clock.getTime() + seconds * 1000)

let test: TestApp
beforeAll(async () => {
  test = await serve(twoSites(), { clock, catalogue: 'facts', trustedProxies: ['127.0.0.1'] })
})
afterAll(() => test.close())

/** Each person has an address of their own; the robots share a hundred. */
const sendGenuine = ({ seconds = 60, hasWork = true, ...fields }: GenuineEnquiry, i: number) =>
  sendForm(test, fields, { from: `192.0.2.${i + 1}`, hasWork, fill: () => later(seconds) })

const sendSpam = ({ manner, campaign, turn, ...fields }: SpamEnquiry, i: number) =>
  sendForm(
    test,
    { ...fields, ...(manner === 'filler' ? { website: 'https://growth-partner.example' } : {}) },
    {
      from: `198.51.100.${(i * 7) % 100}`,
      hasWork: manner === 'patient',
      fill: () => later(manner === 'patient' ? 25 : manner === 'hasty' ? 1 : 4),
    },
  )

describe('250 robots and 50 people at the same door', () => {
  it('stops 95 % of the ones or more, and loses none of the others', async () => {
    expect([SPAM.length, GENUINE.length]).toEqual([250, 50])
    const lost: string[] = []
    const passed: string[] = []
    let patient = 0
    let first = 0
    for (const [i, spam] of SPAM.entries()) {
      // A person after every fifth robot: what the robots did before must not count against anybody.
      const genuine = i % 5 === 4 ? GENUINE[Math.floor(i / 5)] : undefined
      const answer = await sendSpam(spam, i)
      const status = answer.status === 201 ? await statusOf(answer.id) : 'refused'
      if (status !== 'spam' && status !== 'refused') {
        passed.push(`${spam.manner}, ${spam.campaign}.${spam.turn}: ${spam.message.slice(0, 60)}`)
        if (spam.manner === 'patient') patient += 1
        if (spam.turn === 0) first += 1
      }
      if (genuine) {
        const sent = await sendGenuine(genuine, Math.floor(i / 5))
        const found = sent.status === 201 ? await statusOf(sent.id) : `answered ${sent.status} ${sent.body.code}`
        if (found !== 'new') lost.push(`${found}: ${genuine.message.slice(0, 60)}`)
      }
    }
    expect(lost).toEqual([])
    expect(passed.length, passed.join('\n')).toBeLessThanOrEqual(SPAM.length * 0.05)
    // Not by speed and traps alone: those that behave as people do, and those that nobody has sent before.
    expect(patient, passed.join('\n')).toBeLessThanOrEqual(150 * 0.1)
    expect(first, passed.join('\n')).toBeLessThanOrEqual(50 * 0.1)
  }, 180_000)

  it('throws nothing away: what is put aside is kept for thirty days and says why', async () => {
    const { rows } = await sql<{ kept: number; told: number; days: number }>`
      select count(*)::int as kept, count(*) filter (where cardinality(spam_reasons) > 0)::int as told,
        max(extract(epoch from keep_until - at) / 86400)::float8 as days
      from enquiry where status = 'spam'`.execute(test.db)
    expect(rows[0]?.kept).toBeGreaterThan(200)
    expect(rows[0]?.told).toBe(rows[0]?.kept)
    expect(rows[0]?.days).toBe(30)
  })
})

async function statusOf(id: string): Promise<string> {
  const { rows } = await sql<{ status: string }>`select status from enquiry where id = ${id}`.execute(test.db)
  return rows[0]?.status ?? 'not kept'
}

describe('a verdict', () => {
  const calm = { age: 30_000, isWorked: true, isTrapped: false, sameText: 0, sameAddress: 0 }
  const plain = { name: 'Hélène Martin', company: null, email: 'h@acme.example', message: 'Bonjour', hasContext: false }

  it('needs more than one sign of how a form was filled in: browsers and disabilities do such things', () => {
    for (const one of [{ age: 500 }, { isTrapped: true }, { isWorked: false }, { sameText: 1 }, { sameAddress: 9 }])
      expect(judge(plain, { ...calm, ...one }), JSON.stringify(one)).toMatchObject({ isSpam: false })
    expect(judge(plain, { ...calm, age: 500, isWorked: false }).score).toBeGreaterThanOrEqual(SPAM_FROM)
    expect(judge(plain, { ...calm, isTrapped: true, isWorked: false }).isSpam).toBe(true)
  })

  it('keeps markup and forged headers what they are, whatever is written around them', () => {
    const subject = 'Nous cherchons 300 sièges, plateaux et bureaux au Maroc, visite du site. '
    for (const [message, name] of [
      [`${subject}<a href="http://x.example">x</a>`, 'A'],
      [`${subject}\nBcc: all@example.ma`, 'A'],
      [subject, 'A\r\nBcc: all@example.ma'],
    ] as const)
      expect(judge({ ...plain, name, message, hasContext: true }, calm).isSpam, message).toBe(true)
  })

  it('does not hold a link to the firm’s own site against it', () => {
    const message = 'Voir https://www.acme.example/nous et acme.example/contact'
    expect(signsOf({ ...plain, message })).toEqual([])
    expect(signsOf({ ...plain, message: 'Nous avons décrit notre besoin ici : https://other.example' })).toEqual([
      { reason: 'links', points: 1 },
    ])
  })

  it('takes no time over a text made to take it', () => {
    const started = performance.now()
    for (const message of [
      'a'.repeat(6000),
      'a.'.repeat(3000),
      'aа'.repeat(3000),
      '@'.repeat(6000),
      'http://'.repeat(857),
      `${'ال'.repeat(3000)}`,
      ' و'.repeat(3000),
    ])
      judge({ ...plain, message }, calm)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('knows a text again by its letters, and does not count what anybody could have written', () => {
    const of = (message: string) => fingerprintOf('secret', message).toString('hex')
    const text = 'We can bring your website to the first page of Google within'
    expect(of(`${text} 30 days: https://a.example`)).toBe(of(`${text} 60 days! www.b.example c@d.example`))
    expect(of(`${text} 30 days`)).not.toBe(of('Something else altogether'))
    expect([isTelling('Rappelez-moi svp'), isTelling(text)]).toEqual([false, true])
  })
})
