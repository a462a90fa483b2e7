import './enquiries.css'
import { useQuery } from '@tanstack/react-query'
import type { Enquiry } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { enquiryQuery } from '../../api/enquiries.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Answers } from './answers.tsx'
import { ClockWords } from './clock-words.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import { NoteForm } from './note-form.tsx'
import { Routing, SpamReasons } from './routing.tsx'
import { Steps } from './steps.tsx'

/** Page `/agency/enquiries/:id`: one enquiry, why it is here, and what is done with it. */
export function EnquiryPage() {
  const { id = '' } = useParams<{ id: string }>()
  const t = useTranslations('enquiries')
  const { data, error, dataUpdatedAt, refetch } = useQuery(enquiryQuery(id))
  usePageTitle(data ? data.reference : t('title'))
  const isMissing = error instanceof ApiError && [400, 403, 404].includes(error.status)
  return (
    <main id="main" className="enquiries" aria-busy={!data && !error}>
      <nav aria-label={t('title')}>
        <PageLink className="link" to="/agency/enquiries" change={{ params: {} }}>
          {t('back')}
        </PageLink>
      </nav>
      {isMissing ? (
        <>
          <h1 className="title">{t('title')}</h1>
          <p className="enquiries-none">{t('missing')}</p>
        </>
      ) : (
        <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      )}
      {data && <Whole key={data.id} enquiry={data} />}
    </main>
  )
}

function Whole({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries')
  const { instant } = useFormat()
  const { reference, status, dueAt, escalatedAt, name, company, email, message } = enquiry
  const subject = encodeURIComponent(t('replySubject', { reference }))
  return (
    <>
      <header className="enquiries-top">
        <h1 className="title">
          <bdi>{name}</bdi>
          {company && (
            <>
              {' · '}
              <bdi>{company}</bdi>
            </>
          )}
        </h1>
        <p>
          <bdi>{reference}</bdi> {'· '}
          <b>{t(`status.${status}`)}</b> {'· '}
          <ClockWords row={enquiry} now={Date.parse(enquiry.now)} />
        </p>
        {status !== 'spam' && <p className="note">{t('clock.due', { time: instant(new Date(dueAt)) })}</p>}
        {escalatedAt !== null && (
          <p className="note">{t('clock.escalated', { time: instant(new Date(escalatedAt)) })}</p>
        )}
      </header>
      <div className="enquiries-two">
        <div>
          <section aria-labelledby="enquiries-question">
            <h2 id="enquiries-question">{t('question')}</h2>
            <p className="enquiries-message" dir="auto">
              {message}
            </p>
            {status !== 'spam' && (
              <a className="btn" href={`mailto:${encodeURIComponent(email)}?subject=${subject}`}>
                {t('reply')}
              </a>
            )}
          </section>
          {status !== 'spam' && <Answers enquiry={enquiry} />}
          <Facts enquiry={enquiry} />
          <Routing enquiry={enquiry} />
          {enquiry.spamReasons.length > 0 && status === 'spam' && <SpamReasons reasons={enquiry.spamReasons} />}
        </div>
        <div>
          <Steps enquiry={enquiry} />
          <NoteForm enquiry={enquiry} />
          <History events={enquiry.events} />
        </div>
      </div>
    </>
  )
}
