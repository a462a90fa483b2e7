import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './fetch-json.ts'

/** The one cache of what the server said. Old data stays on screen when a refetch fails; the page then says its age. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A question asked without a network fails and is said to the reader, instead of waiting in silence.
      networkMode: 'always',
      staleTime: 5 * 60_000,
      gcTime: 24 * 3_600_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
      refetchOnWindowFocus: true,
    },
  },
})
