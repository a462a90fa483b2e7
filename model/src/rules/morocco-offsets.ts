/**
 * The clocks of Morocco: from which instant they are how many minutes ahead of UTC. IANA time zone data, Africa/Casablanca,
 * as `moment-timezone` packs them. The table travels with the product because engines disagree: Morocco left UTC+1 on
 * 20 September 2026, which the data inside Node 20 do not know and those inside new browsers do. A test holds the table
 * to the packed data; a new decree needs that package renewed and a line here.
 */
export const IANA_RELEASE = '2026f'

export const OFFSETS: readonly (readonly [from: string, minutesAhead: number])[] = [
  ['2018-06-17T02:00Z', 60],
  ['2019-05-05T02:00Z', 0],
  ['2019-06-09T02:00Z', 60],
  ['2020-04-19T02:00Z', 0],
  ['2020-05-31T02:00Z', 60],
  ['2021-04-11T02:00Z', 0],
  ['2021-05-16T02:00Z', 60],
  ['2022-03-27T02:00Z', 0],
  ['2022-05-08T02:00Z', 60],
  ['2023-03-19T02:00Z', 0],
  ['2023-04-23T02:00Z', 60],
  ['2024-03-10T02:00Z', 0],
  ['2024-04-14T02:00Z', 60],
  ['2025-02-23T02:00Z', 0],
  ['2025-04-06T02:00Z', 60],
  ['2026-02-15T02:00Z', 0],
  ['2026-03-22T02:00Z', 60],
  ['2026-09-20T01:00Z', 0],
]
