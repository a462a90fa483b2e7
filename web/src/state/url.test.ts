import { NO_NEED } from '@tvl/model'
import { describe, expect, it, vi } from 'vitest'

vi.hoisted(() => {
  // The store that remembers preferences asks for it when it is made.
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => null, setItem: () => undefined } })
})

const { readUrl, writeUrl } = await import('./url.ts')
const { useApp } = await import('./store.ts')

const aState = (change: Partial<ReturnType<typeof useApp.getState>> = {}) => ({ ...useApp.getState(), ...change })

describe('the address of Explore', () => {
  it('is empty when nothing is asked', () => {
    expect(writeUrl('explore', aState())).toBe('')
  })

  it('gives back need, words, order, selection, comparison and camera', () => {
    const state = aState({
      need: { ...NO_NEED, seats: 300, availableBy: '2027-09-01', regions: ['MA-03', 'MA-06'] },
      typed: { text: '300 sièges, quartier animé' },
      sort: 'rent',
      selected: 'fes-shore',
      compared: ['fes-shore', 'casanearshore'],
      camera: { lon: -5.00001, lat: 34.03, zoom: 9.25 },
      language: 'ar',
      isLanguageChosen: true,
    })
    const read = readUrl('explore', writeUrl('explore', state))
    for (const key of ['need', 'typed', 'sort', 'selected', 'compared', 'camera', 'language'] as const) {
      expect(read[key], key).toEqual(state[key])
    }
  })

  it('reads nothing from what is malformed', () => {
    const read = readUrl('explore', '?sort=magic&site=../x&sites=a,,B!,b&map=NaN/1/2&lang=de')
    expect(read).toMatchObject({ sort: 'score', selected: null, compared: ['a', 'b'], camera: null })
    expect(read.language).toBeUndefined()
  })

  it('compares six sites at most', () => {
    expect(readUrl('explore', '?sites=a,b,c,d,e,f,g').compared).toHaveLength(6)
  })
})

describe('the address of another page', () => {
  it('keeps the need and the comparison, and leaves selection and camera to Explore', () => {
    const state = aState({
      need: { ...NO_NEED, seats: 300 },
      selected: 'fes-shore',
      compared: ['fes-shore'],
      camera: { lon: 0, lat: 0, zoom: 5 },
    })
    const search = writeUrl('compare', state)
    expect(search).toContain('sites=fes-shore')
    expect(search).not.toContain('site=')
    expect(search).not.toContain('map=')
  })

  it('drops parameters that are not its own', () => {
    expect(readUrl('zone', '?on=2027-09-01&differences=1').params).toEqual({ on: '2027-09-01' })
  })
})
