/** ms without a frame after which none is waited for: the page is hidden, or its picture is late. */
const NO_FRAME_MS = 100

/** Does the work when the next frame begins, and without one soon all the same. Gives what calls it off. */
export function onFrame(work: () => void): () => void {
  const callOff = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const once = () => {
    callOff()
    work()
  }
  const frame = requestAnimationFrame(once)
  const timer = setTimeout(once, NO_FRAME_MS)
  return callOff
}
