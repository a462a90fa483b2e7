import type { FrozenShortlist } from '@tvl/model'
import type { Book } from './book.ts'
import { FONTS } from './style.ts'
import { Table } from './table.ts'

type Source = FrozenShortlist['sources'][number]

/** Every source that the other sheets cite by its id. */
export function sourcesSheet(book: Book): { fill: () => void } {
  const { words, frozen } = book
  const { head } = words
  const table = new Table<Source>(book, {
    key: 'sources',
    columns: [
      { key: 'id', head: head.sourceId, width: 24, format: 'text', cell: ({ id }) => id, isStrong: true },
      {
        key: 'title',
        head: head.title,
        width: 70,
        format: 'text',
        wraps: true,
        cell: ({ properties }) => properties.title,
      },
      {
        ...{ key: 'publisher', head: head.publisher, width: 36, format: 'text', wraps: true },
        cell: ({ properties }) => properties.publisher,
      },
      {
        ...{ key: 'published', head: head.published, width: 14, format: 'text' },
        cell: ({ properties }) => properties.publishedOn ?? words.unknown,
      },
      {
        key: 'url',
        head: head.url,
        width: 80,
        format: 'text',
        wraps: true,
        cell: ({ properties }) => properties.url ?? '',
      },
    ],
    rows: frozen.sources,
    ...{ frozen: 1, isInvented: false },
  })
  return {
    fill: () => {
      table.fill()
      frozen.sources.forEach(({ properties: { url } }, place) => {
        if (url === null || !/^https?:\/\//.test(url)) return
        const cell = book.sheet('sources').getCell(table.here('url', place).replaceAll('$', ''))
        cell.value = { text: url, hyperlink: url }
        cell.font = FONTS.link
      })
    },
  }
}
