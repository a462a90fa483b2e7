import { ProblemError } from '../../http/problem.ts'

/** Why a drawing is not taken as a mark. */
export const unreadable = () => new ProblemError('mark.unreadable', 422, 'This is no well-formed SVG in UTF-8.')
export const declaresEntities = () => new ProblemError('mark.entities', 422, 'A mark declares no entities.')
export const pointsAway = () => new ProblemError('mark.external', 422, 'A mark points at nothing outside itself.')
export const tooComplex = () => new ProblemError('mark.too-complex', 422, 'The drawing is too complex for a mark.')
/** @param element what is drawn but not by this server: letters, pictures, filters, scripts */
export const holdsElement = (element: string) =>
  new ProblemError('mark.element', 422, `A mark cannot hold <${element}>.`, {}, { element: element.slice(0, 60) })
