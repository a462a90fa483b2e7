import { operation } from './operation.ts'

const LETTER_KEY = {
  name: 'key',
  in: 'path',
  required: true,
  description: 'As in the link of a letter',
  schema: { type: 'string' },
}

interface Words {
  id: string
  summary: string
}

/** The page behind the link of a letter, by which letters of its kind are stopped. */
export function stopPath(tag: string, { get, post }: { get: Words; post: Words }) {
  const page = {
    description: 'A page that says whether they come',
    content: { 'text/html': { schema: { type: 'string' } } },
  }
  const problems = { 404: 'No letter’s key (`letter.unknown`)', 429: 'Too many from one address (`rate.exceeded`)' }
  const form = { schema: { type: 'object', properties: { letters: { type: 'string', enum: ['on', 'off'] } } } }
  const documented = (words: Words) => {
    const { responses, ...rest } = operation({ tag, parameters: [LETTER_KEY], ...words, problems, status: 200 })
    return { ...rest, responses: { ...(responses as object), 200: page } }
  }
  return {
    get: documented(get),
    post: { ...documented(post), requestBody: { content: { 'application/x-www-form-urlencoded': form } } },
  }
}
