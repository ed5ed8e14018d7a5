import { queryOptions } from '@tanstack/react-query';
import { call } from './http.ts';

/** The practice clips that there are. */
export const clipOffersQuery = queryOptions({
  queryKey: ['clips'],
  queryFn: () => call('clips:list'),
  staleTime: Infinity,
});
