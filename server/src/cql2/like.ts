/**
 * Makes a test for a LIKE pattern: `%` stands for any characters, `_` for one (a code point), `\` makes the next one
 * ordinary. Takes time of text length × pattern length at the worst, whatever the pattern.
 */
export function likeMatcher(pattern: string): (text: string) => boolean {
  const { parts, hasSingle } = splitPattern(pattern)
  const least = parts.reduce((sum, part) => sum + part.length, 0)
  const matches = hasSingle ? codePointMatcher(parts) : substringMatcher(parts)
  // A pattern of 60,000 characters costs a row nothing when its text is a name.
  return (text) => text.length >= least && matches(text)
}

/** What stands between two `%`: characters, with null for `_`. */
type Part = readonly (string | null)[]

function splitPattern(pattern: string): { parts: readonly Part[]; hasSingle: boolean } {
  const parts: (string | null)[][] = [[]]
  let hasSingle = false
  let isEscaped = false
  for (const character of pattern) {
    if (!isEscaped && character === '\\') {
      isEscaped = true
      continue
    }
    // Wildcards in a row say no more than one, and are not walked one by one for each row.
    if (!isEscaped && character === '%') {
      if (parts.length === 1 || parts.at(-1)?.length !== 0) parts.push([])
    } else if (!isEscaped && character === '_') {
      hasSingle = true
      parts.at(-1)?.push(null)
    } else parts.at(-1)?.push(character)
    isEscaped = false
  }
  // A backslash that escapes nothing stands for itself.
  if (isEscaped) parts.at(-1)?.push('\\')
  return { parts, hasSingle }
}

function substringMatcher(parts: readonly Part[]): (text: string) => boolean {
  const texts = parts.map((part) => part.join(''))
  const head = texts[0] ?? ''
  if (texts.length === 1) return (text) => text === head
  const tail = texts.at(-1) ?? ''
  const middle = texts.slice(1, -1)
  return (text) => {
    if (!text.startsWith(head) || !text.endsWith(tail)) return false
    let from = head.length
    for (const part of middle) {
      const found = text.indexOf(part, from)
      if (found < 0) return false
      from = found + part.length
    }
    return from <= text.length - tail.length
  }
}

function codePointMatcher(parts: readonly Part[]): (text: string) => boolean {
  const head = parts[0] ?? []
  const tail = parts.at(-1) ?? []
  const middle = parts.slice(1, -1)
  return (whole) => {
    const text = Array.from(whole)
    if (!matchesAt(head, text, 0)) return false
    if (parts.length === 1) return head.length === text.length
    const end = text.length - tail.length
    let from = head.length
    // The earliest place is always good enough for a part between two wildcards, so there is no way back to try.
    for (const part of middle) {
      while (from + part.length <= end && !matchesAt(part, text, from)) from += 1
      from += part.length
      if (from > end) return false
    }
    return from <= end && matchesAt(tail, text, end)
  }
}

function matchesAt(part: Part, text: readonly string[], from: number): boolean {
  if (from + part.length > text.length) return false
  return part.every((character, index) => character === null || character === text[from + index])
}
