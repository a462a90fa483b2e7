import type { MapTheme } from './map-theme.ts'

type Draw = (context: CanvasRenderingContext2D, theme: MapTheme) => void

/** Side of a sign's square, px: names may come as near as that. */
const SIDES: Record<string, number> = { 'site-other': 9, 'site-near': 13, town: 6, 'town-seat': 6, 'town-capital': 8 }
const SIDE = 14

const TURN = Math.PI * 2

function disc(context: CanvasRenderingContext2D, radius: number, fill: string | null, stroke?: string, width = 1) {
  context.beginPath()
  context.arc(0, 0, radius, 0, TURN)
  if (fill) {
    context.fillStyle = fill
    context.fill()
  }
  if (stroke) {
    context.strokeStyle = stroke
    context.lineWidth = width
    context.stroke()
  }
}

/** The map's signs, drawn around the origin in CSS px; the same shapes stand in the legend as SVG. */
const SIGNS: Record<string, Draw> = {
  'site-other': (context, theme) => disc(context, 3.6, theme.ink3, theme.land, 1.2),
  'site-near': (context, theme) => {
    disc(context, 5.2, theme.surface)
    context.setLineDash([2.3, 1.6])
    disc(context, 5.2, null, theme.ink, 1.5)
  },
  town: (context, theme) => disc(context, 2, theme.surface, theme.ink2, 1),
  'town-seat': (context, theme) => disc(context, 2.2, theme.ink2),
  'town-capital': (context, theme) => {
    context.fillStyle = theme.surface
    context.strokeStyle = theme.ink
    context.lineWidth = 1.1
    context.fillRect(-3, -3, 6, 6)
    context.strokeRect(-3, -3, 6, 6)
    disc(context, 1.3, theme.ink)
  },
  'place-airport': (context, theme) => {
    disc(context, 5, theme.surface, theme.ink2, 0.8)
    context.lineWidth = 0.9
    context.stroke(new Path2D('M0 -3.4V3.2M-3 0.9L0 -0.9L3 0.9M-1.3 3L0 2.2L1.3 3'))
  },
  'place-cable': (context, theme) => {
    const triangle = new Path2D('M0 -4.2L4 3H-4Z')
    context.fillStyle = theme.surface
    context.fill(triangle)
    context.strokeStyle = theme.coast
    context.lineWidth = 1.2
    context.stroke(triangle)
  },
  'place-station': (context, theme) => {
    context.fillStyle = theme.rail
    context.fillRect(-2.6, -2.6, 5.2, 5.2)
    context.strokeStyle = theme.land
    context.lineWidth = 1
    context.strokeRect(-2.6, -2.6, 5.2, 5.2)
  },
  'place-port': (context, theme) => {
    disc(context, 4.6, theme.surface, theme.coast, 0.9)
    context.lineWidth = 1
    context.stroke(new Path2D('M0 -2.6V2.6M-2.4 0.6Q-2 2.6 0 2.6Q2 2.6 2.4 0.6M-1.2 -1.6H1.2'))
  },
  'place-data-centre': (context, theme) => {
    context.fillStyle = theme.surface
    context.strokeStyle = theme.ink2
    context.lineWidth = 0.9
    context.fillRect(-3.6, -4, 7.2, 8)
    context.strokeRect(-3.6, -4, 7.2, 8)
    context.stroke(new Path2D('M-3.6 -1.3H3.6M-3.6 1.4H3.6'))
  },
}

export const SIGN_NAMES = Object.keys(SIGNS)

/** One sign in the theme's colours, or null for a name we do not know. */
export function drawSign(name: string, theme: MapTheme, pixelRatio: number): ImageData | null {
  const draw = SIGNS[name]
  const canvas = document.createElement('canvas')
  const side = SIDES[name] ?? SIDE
  canvas.width = side * pixelRatio
  canvas.height = side * pixelRatio
  const context = canvas.getContext('2d')
  if (!draw || !context) return null
  context.scale(pixelRatio, pixelRatio)
  context.translate(side / 2, side / 2)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  draw(context, theme)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
