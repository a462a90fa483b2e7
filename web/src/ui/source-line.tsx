import type { Source } from '@tvl/model'
import { isolate } from '../i18n/format.ts'
import { useFormat } from '../i18n/use-format.ts'

/** A source in a list: title, with its address where it has one, publisher and date. */
export function SourceLine({ source }: { source: Source }) {
  const format = useFormat()
  return (
    <>
      {source.url ? (
        <a className="link" href={source.url} rel="noreferrer" target="_blank">
          <bdi className="wraps">{source.title}</bdi>
        </a>
      ) : (
        <bdi className="wraps">{source.title}</bdi>
      )}
      <span className="muted">
        {' '}
        {isolate(source.publisher)}
        {source.publishedOn && `, ${format.asOf(source.publishedOn)}`}
      </span>
    </>
  )
}
