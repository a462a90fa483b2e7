import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A request that cannot be answered as it stands: HTTP status, a code that stays the same, a sentence for developers. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: string
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  /** Members of the document beside those that every problem has (RFC 9457 §3.2). */
  readonly members: Readonly<Record<string, unknown>>
  constructor(
    code: string,
    statusCode: number,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
    this.code = code
    this.statusCode = statusCode
    this.headers = headers
    this.members = members
  }
}

/** RFC 9457. `code` is what programs go by; the page has its own words for it. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail?: string
}

export const PROBLEM_TYPE = 'application/problem+json'

/** What Fastify and Node call the faults of a request, in the words of this API. */
const CODES: Readonly<Record<string, { code: string; status?: number }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'body.too-large', status: 413 },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'body.type', status: 415 },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'body.empty', status: 400 },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'body.malformed', status: 400 },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'body.length', status: 400 },
  FST_ERR_VALIDATION: { code: 'request.invalid', status: 400 },
  FST_ERR_BAD_URL: { code: 'url.malformed', status: 400 },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'url.too-long', status: 414 },
}

/** The problem document of an error. What was not foreseen is hidden: its words may hold what is no one’s business. */
export function problemOf(error: unknown): Problem & { status: number } {
  const { code, statusCode, message } = error as Partial<FastifyError>
  const known = code ? CODES[code] : undefined
  const status = known?.status ?? statusCode
  if (typeof status !== 'number' || status < 400 || status >= 500) {
    return problem(500, 'internal', 'The server could not answer; the fault is logged.')
  }
  const own = known?.code ?? (code && /^[a-z]/.test(code) ? code : 'request.invalid')
  const document = problem(status, own, message)
  return error instanceof ProblemError ? { ...error.members, ...document } : document
}

export function problem(status: number, code: string, detail?: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code, ...(detail ? { detail } : {}) }
}

export function sendProblem(reply: FastifyReply, document: Problem): FastifyReply {
  return reply
    .code(document.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document))
}

/** Every error of every route leaves as a problem document, without a stack. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const document = problemOf(error)
    if (document.status >= 500) request.log.error({ err: error }, 'a request failed')
    const { headers } = error as Partial<ProblemError>
    if (headers) reply.headers(headers)
    return sendProblem(reply, document)
  })
}

/** Answers of Node’s own parser, before there is a request: headers too large, broken lines, time run out. */
export function rawProblem(error: NodeJS.ErrnoException): string {
  const [status, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'headers.too-large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'request.timeout']
        : [400, 'request.malformed']
  const body = JSON.stringify(problem(Number(status), String(code)))
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[Number(status)]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
