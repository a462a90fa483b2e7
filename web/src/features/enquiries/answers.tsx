import { useQuery } from '@tanstack/react-query'
import { type Enquiry, maySomewhere, NO_SHORTLIST, needFromParams, needPairs, siteLine } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { v4 as newId } from 'uuid'
import { useLocation } from 'wouter'
import { requestsOfEnquiryQuery } from '../../api/requests.ts'
import { makeShortlist, shortlistsQuery } from '../../api/shortlists.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { PageLink } from '../../ui/page-link.tsx'

/** A shortlist of what was asked for. Nothing of the person is in it: erasing them leaves nothing behind. */
const shortlistFor = ({ reference, need, sites }: Pick<Enquiry, 'reference' | 'need' | 'sites'>) => ({
  ...NO_SHORTLIST,
  title: reference,
  need: need === null ? [] : needPairs(needFromParams(new URLSearchParams(need)).need),
  sites: sites.map((zoneId) => siteLine(newId(), zoneId)),
})

/** What an enquiry is answered with: shortlists that carry its reference, and questionnaires that came for it. */
export function Answers({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries')
  const [, go] = useLocation()
  const { percent } = useFormat()
  const { person } = useConsole()
  const keeps = maySomewhere(person.grants, 'keep-shortlists')
  const { data: shortlists = [] } = useQuery({ ...shortlistsQuery, enabled: keeps })
  const { data: requests = [] } = useQuery(requestsOfEnquiryQuery(enquiry.id))
  const [hasFailed, setHasFailed] = useState(false)
  const start = async () => {
    setHasFailed(false)
    try {
      const id = await makeShortlist(shortlistFor(enquiry))
      go(addressOf(`/agency/shortlists/${id}`, useApp.getState(), { params: {} }))
    } catch {
      setHasFailed(true)
    }
  }
  const made = shortlists.filter(({ title }) => title.includes(enquiry.reference))
  return (
    <section aria-labelledby="enquiries-answers">
      <h2 id="enquiries-answers">{t('answers.title')}</h2>
      <p className="enquiries-acts">
        {keeps && (
          <button type="button" className="btn" onClick={() => void start()}>
            {t('answers.shortlist')}
          </button>
        )}
        <PageLink
          className="btn"
          to="/agency/requests"
          change={{
            params: { enquiry: enquiry.id, ...(enquiry.sites.length > 0 ? { sites: enquiry.sites.join(',') } : {}) },
          }}
        >
          {t('answers.request')}
        </PageLink>
      </p>
      {keeps && <p className="note">{t('answers.shortlistText')}</p>}
      {hasFailed && <p role="alert">{t('answers.failed')}</p>}
      <Tied
        title={t('answers.shortlists')}
        to="/agency/shortlists"
        list={made.map(({ id, title }) => ({ id, name: title || t('untitled') }))}
      />
      <Tied
        title={t('answers.requests')}
        to="/agency/requests"
        list={requests.map(({ id, fileName, coveragePct }) => ({
          ...{ id, name: fileName, note: t('answers.filled', { pct: percent(coveragePct) }) },
        }))}
      />
    </section>
  )
}

interface TiedProps {
  title: string
  /** Path of the pages, without an id. */
  to: string
  list: readonly { id: string; name: string; note?: string }[]
}

function Tied({ title, to, list }: TiedProps) {
  if (list.length === 0) return null
  return (
    <>
      <h3 className="enquiries-tied">{title}</h3>
      <ul>
        {list.map(({ id, name, note }) => (
          <li key={id}>
            <PageLink className="link" to={`${to}/${id}`} change={{ params: {} }}>
              <bdi>{name}</bdi>
            </PageLink>{' '}
            {note && <span className="note">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
