import { useQueryClient } from '@tanstack/react-query'
import { type EnquiryReceipt, NEED_TRADES, type Need, needToParams } from '@tvl/model'
import { useState } from 'react'
import { v4 as newId } from 'uuid'
import { enquiryNoticeQuery, sendEnquiry } from '../../api/enquiry.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { useApp } from '../../state/store.ts'
import { useDraft } from './draft.ts'
import { seatsOf } from './faults.ts'
import { useTicket } from './use-ticket.ts'

const KNOWN = [
  'enquiry.notice',
  'enquiry.ticket',
  'rate.exceeded',
  'request.invalid',
  'request.cross-site',
  'offline',
] as const
export type SendingProblem = (typeof KNOWN)[number] | 'other'

export interface About {
  sites: readonly string[]
  /** Null: the person took it off. */
  need: Need | null
  /** Token of the link that it is asked from. */
  share: string | null
}

/** Sends what is typed. Whatever goes wrong, it stays where it is. */
export function useSending(website: () => string) {
  const queries = useQueryClient()
  const { ready, renew } = useTicket()
  const [problem, setProblem] = useState<SendingProblem | null>(null)
  const [isSending, setIsSending] = useState(false)

  const once = async ({ sites, need, share }: About, notice: string): Promise<EnquiryReceipt> => {
    const { draft } = useDraft.getState()
    const seats = seatsOf(draft.seats)
    const trade = NEED_TRADES.find((one) => one === draft.trade)
    const query = need === null ? '' : new URLSearchParams(needToParams(need)).toString()
    return sendEnquiry({
      ...{ id: draft.id, language: useApp.getState().language, name: draft.name.trim(), email: draft.email.trim() },
      ...{ message: draft.message.trim(), consent: true, notice, website: website() },
      ...(draft.company.trim() === '' ? {} : { company: draft.company.trim() }),
      ...(seats === null ? {} : { seats }),
      ...(trade === undefined ? {} : { trade }),
      ...(sites.length === 0 ? {} : { sites: [...sites] }),
      ...(query === '' ? {} : { need: query }),
      ...(share === null ? {} : { share }),
      ...(await ready()),
    })
  }

  const send = async (about: About, notice: string): Promise<EnquiryReceipt | null> => {
    setProblem(null)
    setIsSending(true)
    try {
      return await once(about, notice).catch(async (error: unknown) => {
        const code = error instanceof ApiError ? error.code : null
        // Left open too long, or sent and changed since: both are put right without the person.
        if (code === 'enquiry.ticket') renew()
        else if (code === 'enquiry.taken') useDraft.getState().change({ id: newId() })
        else throw error
        return once(about, notice)
      })
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'offline'
      if (code === 'enquiry.notice') await queries.invalidateQueries(enquiryNoticeQuery)
      setProblem(KNOWN.find((known) => known === code) ?? 'other')
      return null
    } finally {
      setIsSending(false)
    }
  }
  return { send, problem, isSending }
}
