import { chips, type Enquiry, type EnquiryLink, needFromParams } from '@tvl/model'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isolate, isolateLtr } from '../../i18n/format.ts'
import { LANGUAGE_NAMES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { useNames } from './use-names.ts'

/** Everything that came with the question. */
export function Facts({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries.facts')
  const trades = useTranslations('need.trade')
  const { instant, number } = useFormat()
  const names = useNames()
  const { name, company, email, language, at, sites, regions, seats, trade, need, share, consentAt, keepUntil } =
    enquiry
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    ['name', <bdi key="name">{name}</bdi>],
    ['company', company && <bdi>{company}</bdi>],
    ['email', isolateLtr(email)],
    ['language', LANGUAGE_NAMES[language].full],
    ['received', instant(new Date(at))],
    ['sites', sites.length > 0 && names.zones(sites)],
    ['regions', regions.length > 0 && names.regions(regions)],
    ['seats', seats !== null && number(seats)],
    ['trade', trade && trades(trade)],
    ['need', need && <NeedSentence query={need} />],
    ['share', share && <LinkName share={share} />],
    ['consent', instant(new Date(consentAt))],
    ['keepUntil', instant(new Date(keepUntil))],
  ]
  return (
    <section aria-labelledby="enquiries-facts">
      <h2 id="enquiries-facts">{t('title')}</h2>
      <dl className="enquiries-facts">
        {rows.flatMap(([key, value]) =>
          value
            ? [
                <div key={key}>
                  <dt>{t(key)}</dt>
                  <dd>{value}</dd>
                </div>,
              ]
            : [],
        )}
      </dl>
    </section>
  )
}

/** The shortlist whose link it was sent from, and to whom that had been given. */
function LinkName({ share: { shortlistId, title, recipient } }: { share: EnquiryLink }) {
  const t = useTranslations('enquiries')
  const name = isolate(title === '' ? t('untitled') : title)
  return (
    <PageLink className="link" to={`/agency/shortlists/${shortlistId}`} change={{ params: {} }}>
      {recipient === null ? name : t('facts.sentTo', { title: name, recipient: isolate(recipient) })}
    </PageLink>
  )
}

/** What was looked for, as a sentence, and the way to look for it oneself. */
function NeedSentence({ query }: { query: string }) {
  const t = useTranslations('enquiries.facts')
  const { language } = useFormat()
  const { need } = needFromParams(new URLSearchParams(query))
  const [said, setSaid] = useState('')
  useEffect(() => {
    let isCurrent = true
    const asked = needFromParams(new URLSearchParams(query)).need
    import('../../api/typed-need.ts')
      .then((module) => module.sentenceOf(asked, language))
      .then(
        (sentence) => isCurrent && setSaid(sentence),
        () => isCurrent && setSaid(''),
      )
    return () => {
      isCurrent = false
    }
  }, [query, language])
  if (!chips(need).some(({ removable }) => removable)) return null
  return (
    <>
      <span dir="auto">{said}</span>{' '}
      <PageLink className="link" to="/" change={{ need, typed: null }}>
        {t('openNeed')}
      </PageLink>
    </>
  )
}
