import { catalogue } from '@tvl/data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseEnquiries } from '../enquiries/erase.ts'
import { anEnquiry } from '../testing/enquiries.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { frenchRfi, officerOf, sendRfi } from './rfi.maker.ts'

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

describe('an enquiry and a questionnaire', () => {
  it('are tied for who may answer both, until the enquiry is erased', async () => {
    const enquiry = await anEnquiry(server, ['fes-shore'])
    const { body } = await sendRfi(server, await frenchRfi(), officer, { enquiry })
    expect(body.enquiryId).toBe(enquiry)
    const elsewhere = await anEnquiry(server, ['casanearshore'])
    for (const id of [elsewhere, '00000000-0000-4000-8000-000000000000']) {
      expect(await sendRfi(server, await frenchRfi(), officer, { enquiry: id })).toMatchObject({ status: 404 })
    }
    const listed = async (query: string, headers = officer) =>
      (await server.send('GET', `/api/rfi?${query}`, undefined, headers)).body.requests
    // The share answered is the one that its page says, as the catalogue is now.
    expect(body.coverage.pct).toBeGreaterThan(0)
    expect(await listed(`enquiry=${enquiry}`)).toEqual([
      expect.objectContaining({ id: body.id, enquiryId: enquiry, coveragePct: body.coverage.pct }),
    ])
    expect(await listed(`enquiry=${elsewhere}`)).toEqual([])
    expect(await listed(`enquiry=${enquiry}`, await officerOf(server.db, 'cri-oriental', 'MA-02'))).toEqual([])
    for (const { coveragePct } of await listed('')) expect(coveragePct).toBeUndefined()
    expect(await server.send('GET', '/api/rfi?enquiry=x', undefined, officer)).toMatchObject({ status: 400 })
    await eraseEnquiries(server.db, [enquiry], new Date('2026-11-24T09:00:00Z'))
    expect((await server.send('GET', `/api/rfi/${body.id}`, undefined, officer)).body.enquiryId).toBeNull()
    expect(await listed(`enquiry=${enquiry}`)).toEqual([])
  })
})
