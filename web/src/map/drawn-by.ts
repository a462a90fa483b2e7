export type Drawer = 'graphics-card' | 'processor'

let known: Drawer | null | undefined

/** Who draws maps for this page; null where nobody can. */
export function drawnBy(): Drawer | null {
  if (known === undefined) known = look()
  return known
}

function look(): Drawer | null {
  const canvas = document.createElement('canvas')
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  if (!gl) return null
  const names = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER))
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? 'processor' : 'graphics-card'
}
