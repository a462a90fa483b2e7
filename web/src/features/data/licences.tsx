import { useQuery } from '@tanstack/react-query'
import type { Language } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '../../api/fetch-json.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Section } from './section.tsx'

interface Licence {
  licence: string
  attribution: string
  url: string | null
}
interface BasemapIndex {
  boundaries: string
  title: Record<Language, string>
  files: { file: string; licence: Licence[] }[]
}

/** The licences of the map's files, each once, with the files it covers. */
function byLicence(files: BasemapIndex['files']): (Licence & { files: string[] })[] {
  const found = new Map<string, Licence & { files: string[] }>()
  for (const { file, licence } of files) {
    for (const one of licence) {
      const key = `${one.licence} ${one.attribution}`
      const entry = found.get(key) ?? { ...one, files: [] }
      entry.files.push(file)
      found.set(key, entry)
    }
  }
  return [...found.values()]
}

/** Under which terms the data may be used, and which boundaries are drawn. */
export function Licences() {
  const t = useTranslations('data.licences')
  const common = useTranslations('common')
  const { language } = useFormat()
  const { data, isError } = useQuery({
    queryKey: ['basemap-index'],
    queryFn: ({ signal }) => fetchJson<BasemapIndex>('/basemap/index.json', signal),
  })
  const licences = useMemo(() => (data ? byLicence(data.files) : []), [data])
  return (
    <Section id="licences" title={t('title')} lead={t('lead')}>
      {isError && <p className="note">{common('unread')}</p>}
      {data && (
        <>
          <p>{t('boundaries', { title: isolate(data.title[language]), set: isolate(data.boundaries) })}</p>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('from')}</th>
                <th scope="col">{t('licence')}</th>
                <th scope="col">{t('files')}</th>
              </tr>
            </thead>
            <tbody>
              {licences.map((licence) => (
                <tr key={`${licence.licence} ${licence.attribution}`}>
                  <th scope="row">
                    <bdi className="wraps">{licence.attribution}</bdi>
                  </th>
                  <td>
                    {licence.url ? (
                      <a className="link" href={licence.url} target="_blank" rel="noreferrer">
                        <bdi>{licence.licence}</bdi>
                      </a>
                    ) : (
                      <bdi>{licence.licence}</bdi>
                    )}
                  </td>
                  <td className="licence-files">
                    {licence.files.map((file) => (
                      <a key={file} className="link" href={`/basemap/${file}`}>
                        <bdi dir="ltr">{file}</bdi>
                      </a>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p>{t('areas')}</p>
    </Section>
  )
}
