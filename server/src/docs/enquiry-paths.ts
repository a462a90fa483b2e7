import {
  ENQUIRY_SHOWS,
  EnquiriesAnswer,
  Enquiry,
  EnquiryBody,
  EnquiryChange,
  EnquiryErasure,
  EnquiryNoteBody,
  EnquiryNotice,
  EnquiryPersonBody,
  EnquiryPersonExport,
  EnquiryReceipt,
  EnquiryReport,
  EnquiryTicket,
} from '@tvl/model/schema'
import { type OperationWords, operation } from './operation.ts'
import { NO_RIGHT } from './writing-paths.ts'

export const ENQUIRIES_TAG = 'Enquiries'

const enquiries = (words: Omit<OperationWords, 'tag'>) => operation({ ...words, tag: ENQUIRIES_TAG })
const MALFORMED = 'The body has another form (`request.invalid`)'
const UNKNOWN = 'There is no such enquiry (`enquiry.unknown`)'
const TOO_MANY = 'Too many from one address (`rate.exceeded`)'
const ID = { name: 'id', in: 'path', required: true, description: 'Id of the enquiry', schema: { type: 'string' } }
const query = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema })

const SENDING = `A form takes a ticket when it is opened (\`getEnquiryTicket\`), shows the notice (\`getEnquiryNotice\`), and sends once. While its reader types, it finds a number \`work\` for which SHA-256 of \`<ticket>.<work>\` begins with \`bits\` zero bits; without it the enquiry is taken in all the same, with less trust. What looks like spam is kept aside and answered alike.`

/** Asking, and answering those who ask. */
export const enquiryPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/enquiries/notice': {
    get: enquiries({
      id: 'getEnquiryNotice',
      summary:
        'What law 09-08 asks to be said before personal data are sent; null where the operator has not said it yet',
      answer: EnquiryNotice,
    }),
  },
  '/api/enquiries/ticket': {
    get: enquiries({
      id: 'getEnquiryTicket',
      summary: 'A ticket that sends one enquiry within twelve hours',
      answer: EnquiryTicket,
      problems: { 429: TOO_MANY },
    }),
  },
  '/api/enquiries': {
    post: enquiries({
      id: 'sendEnquiry',
      summary: 'Asks about sites, or for some',
      description: SENDING,
      body: EnquiryBody,
      answer: EnquiryReceipt,
      status: 201,
      problems: {
        400: 'The body has another form (`request.invalid`), or there is no consent (`enquiry.consent`)',
        409: 'The ticket was used or is too old (`enquiry.ticket`), the notice changed (`enquiry.notice`), or the id is of another enquiry (`enquiry.taken`)',
        429: TOO_MANY,
      },
    }),
    get: enquiries({
      id: 'getEnquiries',
      summary: 'Enquiries of the caller’s territory, a page at a time',
      parameters: [
        query('show', 'which', { type: 'string', enum: [...ENQUIRY_SHOWS], default: 'open' }),
        query('after', '`next` of the page before', { type: 'string' }),
        query('limit', 'most in a page', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
      ],
      answer: EnquiriesAnswer,
      problems: { 400: 'A parameter is unknown or has no such value', ...NO_RIGHT },
    }),
  },
  '/api/enquiries/report': {
    get: enquiries({
      id: 'getEnquiryReport',
      summary: 'How fast enquiries were answered, by the week in which they came; erased ones count too',
      parameters: [
        query('from', 'a day of the first week; without it, twelve weeks before', { type: 'string', format: 'date' }),
        query('to', 'a day of the last week; without it, today', { type: 'string', format: 'date' }),
      ],
      answer: EnquiryReport,
      problems: { 400: 'These are no days, or in no order', ...NO_RIGHT },
    }),
  },
  '/api/enquiries/{id}': {
    get: enquiries({
      id: 'getEnquiry',
      summary: 'One enquiry with its history, and why it came here',
      parameters: [ID],
      answer: Enquiry,
      problems: { ...NO_RIGHT, 404: UNKNOWN },
    }),
    patch: enquiries({
      id: 'changeEnquiry',
      summary: 'A step of the work: status, or who sees to it',
      parameters: [ID],
      body: EnquiryChange,
      answer: Enquiry,
      problems: {
        400: MALFORMED,
        ...NO_RIGHT,
        404: UNKNOWN,
        409: 'It cannot become that (`enquiry.step`)',
        412: 'Somebody took a step since (`enquiry.changed`, with `current` and `yours`)',
        422: 'Closing needs a reason (`enquiry.reason`), or the person may not answer it (`enquiry.assignee`)',
      },
    }),
  },
  '/api/enquiries/{id}/notes': {
    post: enquiries({
      id: 'addEnquiryNote',
      summary: 'Adds a note; notes are never rewritten',
      parameters: [ID],
      body: EnquiryNoteBody,
      answer: Enquiry,
      status: 201,
      problems: { 400: MALFORMED, ...NO_RIGHT, 404: UNKNOWN, 409: 'The id is of another note (`enquiry.note-taken`)' },
    }),
  },
  '/api/enquiries/export': {
    post: enquiries({
      id: 'exportEnquirer',
      summary: 'All that is kept of a person who asked, by their e-mail address',
      body: EnquiryPersonBody,
      answer: EnquiryPersonExport,
      problems: { 400: MALFORMED, ...NO_RIGHT },
    }),
  },
  '/api/enquiries/erase': {
    post: enquiries({
      id: 'eraseEnquirer',
      summary: 'Erases what a person sent, with its notes; statistics alone stay',
      body: EnquiryPersonBody,
      answer: EnquiryErasure,
      problems: { 400: MALFORMED, ...NO_RIGHT },
    }),
  },
})
