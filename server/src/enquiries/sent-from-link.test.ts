import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aShortlist, zoneLines } from '../shortlists/shortlists.maker.ts'
import { anOfficer, frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { serve, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'
import { sendForm } from '../testing/enquiries.ts'
import { aPerson, mails, signedInTwice } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'

const clock = new Date('2026-11-23T09:00:00Z')
let test: TestApp
/** Of the centre of Fès-Meknès, whose link it is; of that of Casablanca-Settat, where the site lies. */
let hind: Browser
let salma: Browser
let freezeId: string
beforeAll(async () => {
  test = await serve(twoSites(), { clock, catalogue: 'facts', trustedProxies: ['127.0.0.1'] })
  hind = await anOfficer(test, 'hind@cri-fm.example')
  const territory = { kind: 'region', id: 'MA-06' } as const
  await aPerson(test, 'salma@cri-cs.example', { role: 'officer', organisationId: 'cri-casablanca-settat', territory })
  salma = (await signedInTwice(test, 'salma@cri-cs.example')).page
  const shortlist = aShortlist({ title: 'Projet Atlas', sites: zoneLines('fes-shore', 'casanearshore') })
  ;({ id: freezeId } = await frozenBy(hind, await saved(hind, shortlist)))
}, 60_000)
afterAll(() => test.close())

let sender = 0
/** Asks about Casanearshore from the page of a link. Returns the id of the enquiry. */
async function askedFrom(share: string): Promise<string> {
  sender += 1
  const fill = () => void clock.setTime(clock.getTime() + 30_000)
  const fields = { share, sites: ['casanearshore'], message: `Peut-on visiter ? ${sender}` }
  const { status, body, id } = await sendForm(test, fields, { from: `192.0.2.${sender}`, fill })
  if (status !== 201) throw new Error(`not taken: ${JSON.stringify(body)}`)
  return id
}
const read = async (who: Browser, id: string) => (await who.get(`/api/enquiries/${id}`)).body

describe('an enquiry from a link', () => {
  it('goes to who sent the link, wherever the site lies, and the agency of its region is told', async () => {
    const id = await askedFrom((await linkedBy(hind, freezeId)).token)
    expect(await read(hind, id)).toMatchObject({
      ...{ owner: 'cri-fes-meknes', regions: ['MA-03', 'MA-06'] },
      routing: { rule: 'link', owner: 'cri-fes-meknes', named: ['cri-casablanca-settat'] },
    })
    const told = (await mails(test)).filter((mail) => mail.includes(`/agency/enquiries/${id}`))
    expect(told.map((mail) => /^To: (\S+)/m.exec(mail)?.[1]).sort()).toEqual([
      'hind@cri-fm.example',
      'salma@cri-cs.example',
    ])
  })

  it('names the link to who sent it, and to no other agency that answers', async () => {
    const { link, token } = await linkedBy(hind, freezeId)
    const id = await askedFrom(token)
    const share = { id: link.id, title: 'Projet Atlas', recipient: 'Mme Martin' }
    expect((await read(hind, id)).share).toMatchObject(share)
    expect((await read(salma, id)).share).toBeNull()
    // Who was overtaken by a colleague still sees it beside what the colleague did.
    const step = (status: string) => hind.send('PATCH', `/api/enquiries/${id}`, { revision: 1, status })
    expect((await step('acknowledged')).status).toBe(200)
    const overtaken = await step('answered')
    expect(overtaken).toMatchObject({ status: 412, body: { current: { share } } })
  })

  it('leaves its token nowhere, neither in the database nor in the log', async () => {
    const { link, token } = await linkedBy(hind, freezeId)
    expect((await read(hind, await askedFrom(token))).share.id).toBe(link.id)
    const { rows } = await sql<{ text: string }>`select to_jsonb(enquiry)::text as text from enquiry
      union all select to_jsonb(enquiry_note)::text from enquiry_note`.execute(test.db)
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify([rows, test.logged])).not.toContain(token)
  })

  it('that ended meanwhile, is none or is private, is taken in without it', async () => {
    const [withdrawn, ended] = [await linkedBy(hind, freezeId), await linkedBy(hind, freezeId)]
    await hind.send('DELETE', `/api/links/${withdrawn.link.id}`)
    await sql`update share set expires_at = ${clock} where id = ${ended.link.id}`.execute(test.db)
    const cipher = { ciphertext: 'A'.repeat(60), language: 'fr', expiresAt: '2026-12-20T00:00:00Z' }
    const secret = await hind.post('/api/shares', cipher)
    expect(secret.status).toBe(201)
    const ids: string[] = []
    for (const token of [withdrawn.token, ended.token, secret.body.token, 'a'.repeat(43), 'x']) {
      const id = await askedFrom(token)
      expect(await read(salma, id), token).toMatchObject({ share: null, owner: 'cri-casablanca-settat' })
      ids.push(id)
    }
    // Not even kept: what is not shown could be asked of the database.
    const { rows } = await sql`select from enquiry where id = any(${ids}) and share_id is not null`.execute(test.db)
    expect(rows).toEqual([])
  })
})
