import type { Expr, IntervalBound } from './ast.ts'

/** The tree as CQL2 JSON: a plain value for `JSON.stringify`. */
export function toCql2Json(expr: Expr): unknown {
  switch (expr.type) {
    case 'boolean':
    case 'number':
    case 'string':
      return expr.value
    case 'date':
      return { date: expr.value }
    case 'timestamp':
      return { timestamp: expr.value }
    case 'interval':
      return { interval: [bound(expr.start), bound(expr.end)] }
    case 'geometry':
      return expr.value
    case 'bbox':
      return { bbox: expr.value }
    case 'array':
      return expr.items.map(toCql2Json)
    case 'property':
      return { property: expr.name }
    case 'call':
      return { op: expr.op, args: expr.args.map(toCql2Json) }
  }
}

function bound(end: IntervalBound): unknown {
  if (end.type === 'unbounded') return '..'
  return end.type === 'date' || end.type === 'timestamp' ? end.value : toCql2Json(end)
}
