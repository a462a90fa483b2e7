import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandBody, BrandContact } from '../../schema/brand.ts'
import { faultsOfBrand, tidyBrand } from './faults.ts'

const NO_CONTACT: BrandContact = { email: null, phone: null, address: null, web: null }
const aBrand = (contact: Partial<BrandContact> = {}, more: Partial<BrandBody> = {}): BrandBody => ({
  names: { fr: 'CRI Fès-Meknès', ar: 'المركز الجهوي للاستثمار', en: 'CRI Fès-Meknès' },
  primary: '#0a5c44',
  accent: '#4a4f4b',
  contact: { ...NO_CONTACT, ...contact },
  ...more,
})
const faults = (brand: BrandBody) => faultsOfBrand(tidyBrand(brand)).map(({ field, code }) => `${field} ${code}`)

describe('a brand', () => {
  it('needs its three names and no contact', () => {
    expect(faults(aBrand())).toEqual([])
    expect(faults(aBrand({}, { names: { fr: '  ', ar: 'س', en: '—' } }))).toEqual(['names.fr missing', 'names.en form'])
  })

  it.each([
    ['email', 'contact@cri-fes.ma', 'contact@cri', 'a b@cri.ma', 'x@@cri.ma'],
    ['phone', '+212 535 65 20 57', '12', 'call us', '+212 (0)5x'],
    ['web', 'https://www.fesmeknesinvest.ma/fr', 'javascript:alert(1)', 'https://user:pass@cri.ma', 'https://cri'],
  ] as const)('takes an %s that is one', (field, good, ...bad) => {
    expect(faults(aBrand({ [field]: good }))).toEqual([])
    for (const text of bad) expect([text, faults(aBrand({ [field]: text }))]).toEqual([text, [`contact.${field} form`]])
  })

  it('gives an address of the web its scheme and leaves out what is empty', () => {
    const { contact } = tidyBrand(aBrand({ web: ' www.cri.ma ', email: ' ', address: 'Rue  des Sports,\n Fès' }))
    expect(contact).toEqual({ web: 'https://www.cri.ma', email: null, phone: null, address: 'Rue des Sports, Fès' })
  })

  it('holds no signs that turn text around, and no text without end', () => {
    const names = { fr: 'CRI \u202eseF', ar: 'م\u0000', en: 'x'.repeat(121) }
    expect(faults(aBrand({}, { names }))).toEqual(['names.fr characters', 'names.ar characters', 'names.en too-long'])
  })

  it('is tidy once it was tidied', () => {
    const line = fc.string({ unit: 'binary', maxLength: 40 })
    fc.assert(
      fc.property(line, line, (name, web) => {
        const once = tidyBrand(aBrand({ web, address: name }, { names: { fr: name, ar: name, en: name } }))
        expect(tidyBrand(once)).toEqual(once)
      }),
    )
  })
})
