import { useTranslations } from 'use-intl'
import { LiveFilter } from './live-filter.tsx'
import { Section } from './section.tsx'

const DOORS = [
  { key: 'landing', href: '/ogc' },
  { key: 'openapi', href: '/ogc/api' },
  { key: 'reference', href: '/api/docs' },
  { key: 'functions', href: '/ogc/functions' },
  { key: 'conformance', href: '/ogc/conformance' },
  { key: 'tiles', href: '/tiles/offices' },
  { key: 'columns', href: '/api/columns/offices' },
  { key: 'catalogue', href: '/api/catalogue' },
] as const

/** The ways to the data by machine. */
export function Access() {
  const t = useTranslations('data.access')
  const { origin } = location
  return (
    <Section id="access" title={t('title')} lead={t('lead')}>
      <dl className="doors">
        {DOORS.map(({ key, href }) => (
          <div key={key}>
            <dt>
              <a className="link" href={href}>
                <bdi dir="ltr">{href}</bdi>
              </a>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
      <LiveFilter />
      <h3>{t('everything')}</h3>
      <p>{t('gdal')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a command wider than its column is scrolled by the arrow keys */}
      <pre dir="ltr" tabIndex={0}>
        <code>{`ogr2ogr -f GPKG tech-valley.gpkg "OAPIF:${origin}/ogc"`}</code>
      </pre>
      <p>{t('qgis', { url: `${origin}/ogc` })}</p>
      <p>{t('paging')}</p>
    </Section>
  )
}
