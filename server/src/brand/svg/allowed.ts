/**
 * What a mark may be drawn with: shapes, paints and cut-outs. No pictures, which are read from addresses and from the
 * server’s own disk; no letters, for which it loads no fonts; no filters, which can take any time; nothing that runs.
 */
export const DRAWN: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask'],
])

/** Words about the drawing: left out, and the drawing is the same. */
export const LEFT_OUT: ReadonlySet<string> = new Set(['title', 'desc', 'metadata'])

export const GRADIENTS: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient'])

/** Elements that may point at another of the same drawing. */
export const POINTING: ReadonlySet<string> = new Set(['use', 'linearGradient', 'radialGradient', 'pattern'])

/** Attributes that are kept; all others go, those of events among them. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'class', 'style', 'version', 'viewBox', 'preserveAspectRatio', 'transform', 'width', 'height'],
  ...['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'offset'],
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-rule', 'clip-path', 'mask', 'mask-type', 'color', 'opacity'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'stop-color', 'stop-opacity', 'display', 'visibility', 'overflow'],
  ...['gradientUnits', 'gradientTransform', 'spreadMethod', 'patternUnits', 'patternContentUnits', 'patternTransform'],
  ...[
    'clipPathUnits',
    'maskUnits',
    'maskContentUnits',
    'paint-order',
    'shape-rendering',
    'isolation',
    'mix-blend-mode',
  ],
])
