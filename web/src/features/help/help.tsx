import './help.css'
import { useQuery } from '@tanstack/react-query'
import type { FreshnessState } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { GRADES } from '../../ui/grades.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'

const AGES = ['fresh', 'due', 'late', 'doubtful', 'expired', 'never'] as const satisfies readonly (
  | FreshnessState
  | 'never'
)[]
const KEYS = ['tab', 'enter', 'arrows', 'slider', 'map', 'escape'] as const

/** Page `/help`: how to read the marks, the dials and the words of the product. */
export function Help() {
  const t = useTranslations('help')
  const provenance = useTranslations('provenance')
  const { data: catalogue } = useQuery(catalogueQuery)
  usePageTitle(t('title'))
  return (
    <main id="main" className="help">
      <header>
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <div className="help-columns">
        <section>
          <h2>{t('grades.title')}</h2>
          <p>{t('grades.text')}</p>
          <dl className="help-marks">
            {GRADES.map((grade) => (
              <div key={grade}>
                <dt>
                  <GradeMark grade={grade} decorative /> {provenance(`grade.${grade}`)}
                </dt>
                <dd>{provenance(`meaning.${grade}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t.rich('grades.unknown', { i: (chunks) => <span className="unknown">{chunks}</span> })}</p>
        </section>
        {catalogue?.illustrative !== false && (
          <section>
            <h2>{t('illustrative.title')}</h2>
            <p>{t('illustrative.text')}</p>
          </section>
        )}
        <section>
          <h2>{t('freshness.title')}</h2>
          <p>{t('freshness.text')}</p>
          <ul className="help-dials">
            {AGES.map((age) => (
              <li key={age}>
                <FreshnessDial state={age} /> {t(`freshness.${age}`)}
              </li>
            ))}
          </ul>
          <p>
            <PageLink className="link" to="/freshness">
              {t('freshness.to')}
            </PageLink>
          </p>
        </section>
        <section>
          <h2>{t('contiguity.title')}</h2>
          <p>{t('contiguity.text')}</p>
        </section>
        <section>
          <h2>{t('score.title')}</h2>
          <p>{t('score.text')}</p>
          <p>
            <PageLink className="link" to="/compare">
              {t('score.to')}
            </PageLink>
          </p>
        </section>
        <section>
          <h2>{t('incentives.title')}</h2>
          <p>{t('incentives.text')}</p>
        </section>
        <section>
          <h2>{t('keyboard.title')}</h2>
          <dl className="help-keys">
            {KEYS.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{t(`keyboard.keys.${key}`)}</kbd>
                </dt>
                <dd>{t(`keyboard.${key}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('keyboard.without')}</p>
        </section>
        <section>
          <h2>{t('languages.title')}</h2>
          <p>{t('languages.text')}</p>
        </section>
        <section>
          <h2>{t('counted.title')}</h2>
          <p>{t('counted.text')}</p>
          <p>{t('counted.visits')}</p>
        </section>
        <section>
          <h2>{t('sources.title')}</h2>
          <p>{t('sources.text')}</p>
          <p>
            <PageLink className="link" to="/data">
              {t('sources.to')}
            </PageLink>
          </p>
        </section>
      </div>
    </main>
  )
}
