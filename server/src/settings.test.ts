import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './settings.ts'

const wrongs = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  return ''
}

describe('settings', () => {
  it('stand by themselves when nothing is set', () => {
    expect(readSettings({ PORT: '' })).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: null,
      catalogue: 'demo',
      inventory: 'S',
      boundaries: 'morocco',
      clock: null,
    })
  })

  it.each([
    ['PORT', '70000', '65535'],
    ['PORT', '80a', '65535'],
    ['CATALOGUE', 'Demo', 'demo, facts'],
    ['INVENTORY', 'XXL', 'S, L, XL'],
    ['LOG_LEVEL', 'loud', 'warn'],
    ['PUBLIC_URL', 'https://example.ma/path', 'without path'],
    ['BOUNDARIES', '../etc', 'boundary set'],
    ['BASEMAP_PMTILES', '/no/such.pmtiles', 'PMTiles'],
    ['CLOCK', '2026-11-23', '2026-11-23T09:00:00Z'],
    ['CLOCK', '2026-02-30T09:00:00Z', '2026-11-23T09:00:00Z'],
    ['HOST', 'a b', '127.0.0.1'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', '127.0.0.1,10.0.0.0/8'],
    ['TRUSTED_PROXIES', 'all', '127.0.0.1,10.0.0.0/8'],
    ['OIDC_ISSUER', 'http://login.example.ma', 'https address'],
    ['OIDC_SCOPES', 'profile email', 'Scopes'],
    ['OIDC_GROUPS', 'fes=manager:zone/fes-shore', 'group=role:territory:organisation'],
    ['OIDC_GROUPS', 'fes=king:national:cdg', 'group=role:territory:organisation'],
    ['OIDC_SECOND_FACTOR', 'sometimes', 'amr, always, never'],
    ['PRIVACY_CONTACT', 'nobody', 'privacy@sites.example.ma'],
    ['ENQUIRY_ANSWER_HOURS', '0', '1 to 720'],
    ['ENQUIRY_RETENTION_MONTHS', '2.5', '1 to 120'],
    ['MAIL_FROM', 'nobody', 'no-reply@sites.example.ma'],
  ])('refuse %s=%s, naming it and what is allowed', (name, value, allowed) => {
    expect(wrongs({ [name]: value })).toContain(`${name}: ${JSON.stringify(value)} is not allowed.`)
    expect(wrongs({ [name]: value })).toContain(allowed)
  })

  it('name all that is wrong at once', () => {
    expect(wrongs({ PORT: 'x', INVENTORY: 'y' }).split('\n')).toHaveLength(2)
  })

  it('ask for a sender and a public address where mail leaves the house', () => {
    const said = wrongs({ SMTP_URL: 'smtps://user:secret@mail.example.ma' })
    expect([said.includes('MAIL_FROM'), said.includes('PUBLIC_URL'), said.includes('secret')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each(['AUTH_SECRET', 'SMTP_URL'])('never print %s', (name) => {
    expect(wrongs({ [name]: 'short-secret' })).toContain(`${name}: "(hidden)" is not allowed.`)
  })

  it('read groups of a sign-on, whatever signs their names have', () => {
    const { signOn } = readSettings({
      OIDC_ISSUER: 'https://login.example.ma/realms/sites',
      OIDC_CLIENT_ID: 'locator',
      PUBLIC_URL: 'https://sites.example.ma',
      OIDC_GROUPS: '/tvl/admins=administrator:national:cdg; cn=fes,dc=ma=manager:zone/fes-shore:ewane',
    })
    expect(signOn).toMatchObject({ name: 'login.example.ma', clientSecret: null, secondFactor: 'amr' })
    expect(signOn?.groups).toEqual([
      {
        group: '/tvl/admins',
        grant: { role: 'administrator', organisationId: 'cdg', territory: { kind: 'national' } },
      },
      {
        group: 'cn=fes,dc=ma',
        grant: { role: 'manager', organisationId: 'ewane', territory: { kind: 'zone', id: 'fes-shore' } },
      },
    ])
    expect(wrongs({ OIDC_ISSUER: 'https://login.example.ma' }).split('\n')).toHaveLength(2)
  })

  it('never print the password of the database', () => {
    expect(wrongs({ DATABASE_URL: 'mysql://me:secret@host/db' })).toContain('DATABASE_URL')
    expect(wrongs({ DATABASE_URL: 'mysql://me:secret@host/db' })).not.toContain('secret')
  })
})
