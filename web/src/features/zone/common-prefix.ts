/**
 * What all names begin with, up to a space, and what is left of each: `Building A`, `Building B` give `Building` and
 * `A`, `B`. No prefix where a name would have nothing left.
 */
export function commonPrefix(names: readonly string[]): { prefix: string; rest: string[] } {
  const first = names[0]
  if (first === undefined || names.length < 2) return { prefix: '', rest: [...names] }
  const words = first.split(' ')
  for (let count = words.length - 1; count > 0; count--) {
    const prefix = `${words.slice(0, count).join(' ')} `
    if (names.every((name) => name.startsWith(prefix) && name.length > prefix.length))
      return { prefix: prefix.trimEnd(), rest: names.map((name) => name.slice(prefix.length)) }
  }
  return { prefix: '', rest: [...names] }
}
