import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { dropRequest, type FilledRequest, requestQuery, requestsQuery } from '../../api/requests.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'

/** Forgets a questionnaire with its file. It cannot be taken back, so it asks first. */
export function DropRequest({ request }: { request: FilledRequest }) {
  const t = useTranslations('requests.drop')
  const cache = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const drop = async () => {
    setHasFailed(false)
    try {
      await dropRequest(request.id)
    } catch {
      setHasFailed(true)
      return
    }
    navigate(addressOf('/agency/requests', useApp.getState(), { params: {} }))
    cache.removeQueries({ queryKey: requestQuery(request.id).queryKey })
    await cache.invalidateQueries({ queryKey: requestsQuery.queryKey })
  }
  if (!isAsking) {
    return (
      <button type="button" className="link" onClick={() => setIsAsking(true)}>
        {t('label')}
      </button>
    )
  }
  return (
    <span className="rfi-asked">
      {t('question')}{' '}
      <button type="button" className="btn" onClick={() => void drop()}>
        {t('yes')}
      </button>{' '}
      <button type="button" className="link" onClick={() => setIsAsking(false)}>
        {t('no')}
      </button>
      {hasFailed && (
        <span role="alert" className="rfi-problem">
          {t('failed')}
        </span>
      )}
    </span>
  )
}
