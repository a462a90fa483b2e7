import { CRITERIA, type Criterion, DEFAULT_WEIGHTS, normaliseWeights, rounded } from '@tvl/model'
import type { Book } from './book.ts'
import { boundName, enteredWeightName, weightName } from './names.ts'
import { type Part, type Sections, small, text } from './section.ts'

/** Weights are brought to whole hundredths that sum to 100 by the largest remainders, as the model does it. */
export function weightsSection({ words, frozen }: Book, sections: Sections): void {
  const of = words.assumptions
  const { weights: entered, vetoes } = frozen.shortlist
  sections.heading(of.weights)
  sections.heads(
    [
      ...[words.head.criterion, of.entered, of.byDefault, of.exact, of.whole, of.remainder],
      ...[of.normalised, of.atMost, of.atLeast, of.name],
    ],
    (i) => i === 0 || i === 9,
  )
  const steps = weightSteps(entered)
  const normal = normaliseWeights(entered)
  const first = sections.row
  const last = first + CRITERIA.length - 1
  const range = (letter: string) => `$${letter}$${first}:$${letter}$${last}`
  const sum = (letter: string) => CRITERIA.map((_, i) => `MAX(0,N($${letter}$${first + i}))`).join('+')
  const allZero = `${sum('B')}=0`
  const bound = (criterion: Criterion, which: 'at-most' | 'at-least'): Part => {
    const values = vetoes.filter((veto) => veto.criterion === criterion && veto.bound === which)
    const tightest = which === 'at-most' ? Math.min : Math.max
    return {
      content: values.length === 0 ? '' : tightest(...values.map(({ value }) => value)),
      ...{ format: 'money', isInput: true, name: boundName(criterion, which) },
    }
  }
  CRITERIA.forEach((criterion, i) => {
    const row = first + i
    const step = steps[i]
    const earlier = i === 0 ? '0' : `SUMPRODUCT(--($F$${first}:$F$${row - 1}=$F${row}))`
    const rest = `10000-SUM(${range('E')})`
    sections.line([
      text(words.criterion[criterion]),
      { content: entered[criterion], format: 'points', isInput: true, name: enteredWeightName(criterion) },
      { content: DEFAULT_WEIGHTS[criterion], format: 'points' },
      {
        content: {
          formula: `ROUND(IF(${allZero},$C${row}/(${sum('C')}),MAX(0,N($B${row}))/(${sum('B')}))*10000,6)`,
          result: step?.exact ?? 0,
        },
        format: 'hundredths',
      },
      { content: { formula: `INT($D${row})`, result: step?.whole ?? 0 }, format: 'whole' },
      { content: { formula: `ROUND($D${row}-$E${row},6)`, result: step?.remainder ?? 0 }, format: 'hundredths' },
      {
        content: {
          formula: `($E${row}+IF(SUMPRODUCT(--(${range('F')}>$F${row}))+${earlier}<${rest},1,0))/100`,
          result: normal[criterion],
        },
        ...{ format: 'points', isStrong: true, name: weightName(criterion) },
      },
      bound(criterion, 'at-most'),
      bound(criterion, 'at-least'),
      small(weightName(criterion)),
    ])
  })
}

/** The working of `normaliseWeights`, as the cells beside show it. */
function weightSteps(entered: Readonly<Record<Criterion, number>>) {
  const given = CRITERIA.map((criterion) => Math.max(0, entered[criterion]))
  const sum = given.reduce((total, weight) => total + weight, 0)
  const shares =
    sum === 0 ? CRITERIA.map((criterion) => DEFAULT_WEIGHTS[criterion] / 100) : given.map((weight) => weight / sum)
  return shares.map((share) => {
    const exact = rounded(share * 10_000, 6)
    const whole = Math.floor(exact)
    return { exact, whole, remainder: rounded(exact - whole, 6) }
  })
}
