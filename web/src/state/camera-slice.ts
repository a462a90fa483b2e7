import type { StateCreator } from 'zustand'
import type { NeedSlice } from './need-slice.ts'

export interface Camera {
  lon: number
  lat: number
  zoom: number
}

/** west, south, east, north in degrees */
export type Bounds = readonly [number, number, number, number]

export interface CameraSlice {
  /** null: the whole Kingdom, fitted to the map's size. */
  camera: Camera | null
  /** What the map shows now, for "search this area"; null before the map and without it. */
  visible: Bounds | null
  /** true while the reader draws an area. */
  isDrawing: boolean
  setCamera: (camera: Camera | null, visible?: Bounds | null) => void
  setDrawing: (isDrawing: boolean) => void
}

export const createCameraSlice: StateCreator<CameraSlice & NeedSlice, [], [], CameraSlice> = (set) => ({
  camera: null,
  visible: null,
  isDrawing: false,
  setCamera: (camera, visible) =>
    set(visible === undefined ? { camera, step: 'replace' } : { camera, visible, step: 'replace' }),
  setDrawing: (isDrawing) => set({ isDrawing }),
})
