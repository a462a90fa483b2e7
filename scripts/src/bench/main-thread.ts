import type { Page } from '@playwright/test'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
}

const MARK = 'tasks-watched'
const TASK = 'ThreadControllerImpl::RunTask'

/**
 * Traces the page's main thread. Gives what ends the trace and says its longest task: by the clock, and in time of the
 * processor, which tells work of the page's own from waiting for whoever else uses the machine, such as a map drawn in
 * software in another process.
 */
export async function watchTasks(page: Page): Promise<() => Promise<{ wall: number; cpu: number }>> {
  const client = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  client.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      if (event.name === TASK || event.name === MARK) events.push(event)
    }
  })
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  })
  // The first tasks of a trace are the tracer's own.
  await page.waitForTimeout(500)
  await page.evaluate((name) => performance.mark(name), MARK)
  return async () => {
    const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
    await client.send('Tracing.end')
    await complete
    const mark = events.find(({ name }) => name === MARK)
    if (!mark) throw new Error('the trace does not hold the page')
    const tasks = events.filter(
      ({ name, ph, pid, tid, ts }) =>
        name === TASK && ph === 'X' && pid === mark.pid && tid === mark.tid && ts > mark.ts,
    )
    const longest = (of: (task: TraceEvent) => number) => Math.max(0, ...tasks.map(of)) / 1000
    return { wall: longest(({ dur = 0 }) => dur), cpu: longest(({ tdur = 0 }) => tdur) }
  }
}
