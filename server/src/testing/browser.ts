/** An answer as a page would see it, and the cookies that came with it. */
export interface BrowserAnswer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  body: any
  headers: Headers
  cookies: string[]
}

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<BrowserAnswer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<BrowserAnswer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<BrowserAnswer>
  /** Another browser with the same cookies; `change` alters their values. */
  copy(change?: (value: string) => string): Browser
  cookies: Map<string, string>
}

/**
 * What a browser does for a page of the server: it keeps cookies and says where a request comes from. `origin: ''` in
 * the headers leaves that out, as old browsers do.
 */
export function cookieJar(url: string, cookies = new Map<string, string>()): Browser {
  const send: Browser['send'] = async (method, path, body, { origin = url, ...headers } = {}) => {
    const sent = new Headers(headers)
    if (method !== 'GET' && origin) sent.set('origin', origin)
    if (cookies.size > 0) sent.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (body !== undefined) sent.set('content-type', 'application/json')
    const response = await fetch(new URL(path, url), {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie()
    for (const cookie of set) keep(cookies, cookie)
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers, cookies: set }
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    send,
    copy: (change = (value) => value) =>
      cookieJar(url, new Map([...cookies].map(([name, value]) => [name, change(value)]))),
    cookies,
  }
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';')
  const at = pair.indexOf('=')
  const isOver = /max-age=0/i.test(cookie)
  if (isOver) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
