import { createHash, randomUUID } from 'node:crypto'
import type { EnquiryNotice, EnquiryReceipt, EnquiryTicket } from '@tvl/model'
import type { TestApp } from './app.ts'

/** What a page does while its reader types. */
export function workFor({ ticket, bits }: EnquiryTicket): number {
  for (let work = 0; ; work++) {
    const hash = createHash('sha256').update(`${ticket}.${work}`).digest()
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return work
  }
}

export interface FormOptions {
  /** What passes between opening the form and sending it. */
  fill?: () => void
  /** Address of who sends, behind a trusted proxy. */
  from?: string
  hasWork?: boolean
}

/** Opens the form and sends it, over the network, as the page does. */
export async function sendForm(
  { url }: Pick<TestApp, 'url'>,
  fields: Record<string, unknown>,
  { fill = () => undefined, from, hasWork = true }: FormOptions = {},
): Promise<{ status: number; body: EnquiryReceipt & { code?: string }; id: string }> {
  const headers = from === undefined ? {} : { 'x-forwarded-for': from }
  const read = async <T>(path: string) => (await (await fetch(url + path, { headers })).json()) as T
  const notice = await read<EnquiryNotice>('/api/enquiries/notice')
  const ticket = await read<EnquiryTicket>('/api/enquiries/ticket')
  const work = hasWork ? { work: workFor(ticket) } : {}
  fill()
  const body = {
    ...{ id: randomUUID(), language: 'fr', name: 'Hélène Martin', email: 'helene.martin@acme-services.example' },
    ...{ message: 'Nous cherchons 120 postes à Fès dès septembre. Pouvons-nous visiter ?', consent: true },
    ...{ notice: notice.version, ticket: ticket.ticket, ...work, ...fields },
  }
  const answer = await fetch(`${url}/api/enquiries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as EnquiryReceipt & { code?: string }, id: body.id }
}

/** An enquiry that came in about these zones, made for one request. Sent through the service itself, which has no limit of rates. */
export async function anEnquiry(test: TestApp, sites: readonly string[]): Promise<string> {
  const address = `10.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}.${Math.floor(Math.random() * 255)}`
  const ticket = (await test.app.inject({ url: '/api/enquiries/ticket', remoteAddress: address })).json<EnquiryTicket>()
  const notice = (await test.app.inject('/api/enquiries/notice')).json<EnquiryNotice>()
  const id = randomUUID()
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/enquiries',
    remoteAddress: address,
    body: {
      ...{ id, language: 'fr', name: 'Hélène Martin', email: `${id}@acme-services.example`, consent: true },
      ...{ message: 'Nous cherchons des plateaux : pouvons-nous visiter ?', sites, notice: notice.version },
      ...{ ticket: ticket.ticket, work: workFor(ticket) },
    },
  })
  if (answer.statusCode !== 201) throw new Error(`the enquiry was not taken: ${answer.body}`)
  return id
}
