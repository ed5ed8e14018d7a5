import { queryOptions } from '@tanstack/react-query';
import { ClipOffers, PRACTICE_ROUTES } from '#shared/protocol/practice.ts';
import { getJson } from './http.ts';

/** The practice clips that there are. */
export const clipOffersQuery = queryOptions({
  queryKey: ['clips'],
  queryFn: () => getJson(PRACTICE_ROUTES.clips, ClipOffers),
  staleTime: Infinity,
});
