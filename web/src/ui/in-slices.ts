/** ms: half a frame, so that a finger on the screen never waits for counting. */
const SLICE_MS = 6

/** Takes the steps of a long calculation in short slices, the page free between two. Gives what calls it off. */
export function inSlices<T>(steps: Iterator<unknown, T, void>, done: (result: T) => void): () => void {
  const work = () => {
    const until = performance.now() + SLICE_MS
    do {
      const step = steps.next()
      if (step.done) {
        done(step.value)
        return
      }
    } while (performance.now() < until)
    handle = setTimeout(work)
  }
  let handle = setTimeout(work)
  return () => clearTimeout(handle)
}
