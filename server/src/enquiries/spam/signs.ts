import { foldText } from '@tvl/model'
import { CHEAP_ENDS, DISPOSABLE, HIDING_HOSTS, PHRASE_GROUPS, SUBJECT } from './words.ts'

/** Something that speaks for spam, by its name and weight. The names are shown to the officers in words. */
export interface Sign {
  reason: string
  points: number
}

/** What a person typed. */
export interface Typed {
  name: string
  company: string | null
  email: string
  message: string
  /** Sent from the page of a site, or with a need. */
  hasContext: boolean
}

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'\])]+|(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|io|xyz|top|click|ru|shop|online|site|ly|me)(?:\/[^\s<>"')]*)?(?![\w@])/giu
const MARKUP = /<\s*(?:a|script|img|iframe)\b|\[(?:url|link|img)[=\]]|<\/a>/iu
const ATTACK =
  /(?:^|\n)\s*(?:bcc|cc|to|content-type|mime-version)\s*:|(?:'|")\s*or\s+\d+\s*=\s*\d+|union\s+(?:all\s+)?select|\$\{jndi:|\.\.\/\.\.\/|<\?php|sleep\(\d+\)/iu
const BROKEN_LINE = /[\r\n]/
const OWN_SCRIPTS = /[\p{Script=Latin}\p{Script=Arabic}]/u
const LONGEST_WORD = 60
/** Letters of one alphabet that stand for those of another, so that no filter reads the word. */
const isMixed = (word: string): boolean => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)
const MOST_OFF = 3

const hostOf = (link: string): string =>
  link
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[/?#:]/)[0]
    ?.toLowerCase() ?? ''

/** Letters thrown together: nobody’s name and no word. */
const isGibberish = (word: string): boolean =>
  /^[a-z]{6,}$/i.test(word) &&
  (/[bcdfghjklmnpqrstvwxz]{6,}/i.test(word) || (word.match(/[a-z][A-Z]/g)?.length ?? 0) >= 2 || !/[aeiouy]/i.test(word))

/** What the words themselves say. Pure: the same text always gives the same signs. */
export function signsOf({ name, company, email, message, hasContext }: Typed): Sign[] {
  const signs: Sign[] = []
  const add = (reason: string, points: number) => void (points > 0 && signs.push({ reason, points }))
  const lines = [name, company ?? '', email]
  if (lines.some((line) => BROKEN_LINE.test(line)) || ATTACK.test(message) || lines.some((line) => ATTACK.test(line)))
    add('attack', 6)
  if (MARKUP.test(message) || lines.some((line) => MARKUP.test(line))) add('markup', 5)

  const text = foldText(`${name}\n${company ?? ''}\n${message}`).text
  for (const { reason, points, phrases } of PHRASE_GROUPS) {
    const found = new Set([...text.matchAll(phrases)].map(([phrase]) => phrase))
    if (found.size > 0) add(reason, points + Math.min(3, found.size - 1))
  }

  const domain = email.split('@')[1]?.toLowerCase() ?? ''
  // A firm’s own site, or a name that its address shares, is how people say who they are.
  const foreign = [...message.matchAll(LINK)].map(([link]) => link).filter((link) => !isOf(hostOf(link), domain))
  add('links', foreign.length >= 3 ? 4 : foreign.length)
  if (foreign.some((link) => HIDING_HOSTS.test(hostOf(link)))) add('hidden-link', 3)
  if (foreign.some((link) => CHEAP_ENDS.test(hostOf(link))) || CHEAP_ENDS.test(domain)) add('cheap-name', 2)
  if (foreign.join('').length > message.length / 2) add('only-link', 3)

  const whole = `${name} ${company ?? ''}`
  if (new RegExp(LINK.source, 'iu').test(whole) || /\d{5,}/.test(name)) add('name', 4)
  if (name.split(/\s+/).some(isGibberish)) add('gibberish-name', 3)
  const words = message.split(/\s+/).filter(Boolean)
  const isNoise = words.length > 0 && words.filter(isGibberish).length > words.length / 2
  if (isNoise) add('gibberish', 4)

  const letters = message.match(/\p{L}/gu) ?? []
  const strange = letters.filter((letter) => !OWN_SCRIPTS.test(letter)).length
  if (strange > letters.length / 4) add('script', 3)
  if (words.some((word) => isMixed(word.slice(0, LONGEST_WORD)))) add('mixed-script', 4)

  if (DISPOSABLE.has(domain)) add('disposable-address', 3)
  const local = email.split('@')[0] ?? ''
  if (/^g(?:oogle)?mail\.com$/.test(domain) && (local.match(/\./g)?.length ?? 0) >= 4) add('dotted-address', 2)
  if (/\d{6,}/.test(local)) add('numbered-address', 1)
  return withSubject(signs, new Set([...text.matchAll(SUBJECT)].map(([word]) => word)).size, hasContext)
}

const isOf = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)

/** Markup, attacks and noise stay what they are, whatever is written around them. */
const FIRM = new Set(['attack', 'markup', 'gibberish', 'mixed-script'])

/** Takes off what speaks for a real question about a place to work in. */
function withSubject(signs: Sign[], subjects: number, hasContext: boolean): Sign[] {
  let off = Math.min(MOST_OFF, subjects) + (hasContext ? 1 : 0)
  return signs.flatMap((sign) => {
    const less = FIRM.has(sign.reason) ? 0 : Math.min(off, sign.points)
    off -= less
    return sign.points > less ? [{ ...sign, points: sign.points - less }] : []
  })
}
