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

  it('never print the password of the database', () => {
    expect(wrongs({ DATABASE_URL: 'mysql://me:secret@host/db' })).toContain('DATABASE_URL')
    expect(wrongs({ DATABASE_URL: 'mysql://me:secret@host/db' })).not.toContain('secret')
  })
})
