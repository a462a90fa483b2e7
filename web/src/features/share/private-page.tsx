import { changesIn, differenceOf, type FrozenShortlist, unseal } from '@tvl/model'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFreezeCatalogue } from '../../api/freeze-catalogue.ts'
import { decryptScenario } from '../../api/private-scenario.ts'
import type { OpenedShare } from '../../api/shares.ts'
import type { SentDifference } from '../../api/shortlists.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DifferenceBanner } from '../../ui/shortlist/difference-list.tsx'
import { FrozenView } from '../../ui/shortlist/frozen-view.tsx'
import { shortHash } from '../../ui/shortlist/frozen-words.ts'

/** An investor’s own scenario: read in this browser with the key of the link, which the server never sees. */
export function PrivatePage({ share }: { share: OpenedShare }) {
  const t = useTranslations('share')
  const { instant } = useFormat()
  const [key] = useState(() => location.hash.slice(1))
  const [opened, setOpened] = useState<{ frozen: FrozenShortlist; hash: string } | 'waiting' | 'closed'>('waiting')
  useEffect(() => {
    let isCurrent = true
    decryptScenario(share.ciphertext ?? '', key)
      .then((sealed) => ({ frozen: unseal(sealed), hash: sealed.hash }))
      .then(
        (found) => isCurrent && setOpened(found),
        () => isCurrent && setOpened('closed'),
      )
    return () => {
      isCurrent = false
    }
  }, [share.ciphertext, key])
  if (opened === 'waiting') return <main id="main" className="share" aria-busy="true" />
  if (opened === 'closed') {
    return (
      <main id="main" className="plain-page">
        <div className="plain-alert" role="alert">
          <h1 className="title">{t('wrongKey.title')}</h1>
          <p>{t(key === '' ? 'wrongKey.none' : 'wrongKey.text')}</p>
        </div>
      </main>
    )
  }
  const { frozen, hash } = opened
  return (
    <main id="main" className="share">
      <header className="share-head">
        <p className="eyebrow">{t('private')}</p>
        <h1 className="title">{frozen.shortlist.title || t('untitled')}</h1>
        <p className="note">
          {t('privateText')} {t('until', { time: instant(new Date(share.expiresAt)) })}{' '}
          {t('snapshot', { id: isolate(shortHash(hash)) })}
        </p>
      </header>
      <OwnDifference frozen={frozen} />
      <FrozenView frozen={frozen} />
    </main>
  )
}

/** Compared in this browser: the server does not know what to compare. */
function OwnDifference({ frozen }: { frozen: FrozenShortlist }) {
  const { catalogue } = useFreezeCatalogue(frozen.shortlist.sites.map(({ zoneId }) => zoneId))
  const difference = useMemo<SentDifference | null>(() => {
    if (!catalogue) return null
    const found = differenceOf(frozen, catalogue)
    return {
      checkedAt: new Date().toISOString(),
      today: catalogue.today,
      version: 0,
      changes: changesIn(found),
      fields: found.fields.map(({ effects, ...field }) => ({
        ...field,
        effects: [...effects].map(([siteId, effect]) => ({ siteId, effect })),
      })),
      sums: [...found.sums],
      now: [...found.now],
    }
  }, [frozen, catalogue])
  return difference && <DifferenceBanner frozen={frozen} difference={difference} />
}
