import { useTranslations } from 'use-intl'

/** What the states mean and how a verification comes about. */
export function How() {
  const t = useTranslations('freshness')
  return (
    <section aria-labelledby="how-title">
      <h2 id="how-title">{t('how.title')}</h2>
      <p>{t('how.clock')}</p>
      <p>{t('how.counted')}</p>
      <p>{t('how.verify')}</p>
      <p>
        {t('how.data')}{' '}
        <a className="link" href="/api/freshness">
          <bdi>/api/freshness</bdi>
        </a>
      </p>
    </section>
  )
}
