import { queryOptions } from '@tanstack/react-query';
import { CLIP_FILES, ClipKey, ClipOffers } from '#shared/protocol/practice.ts';
import { getJson } from './http.ts';

/** The practice clips that are served beside the page. */
export const clipOffersQuery = queryOptions({
  queryKey: ['clips'],
  queryFn: () => getJson(CLIP_FILES.offers, ClipOffers),
  staleTime: Infinity,
});

/** The key of one clip. Asked for once the coder is done. */
export function readClipKey(id: string): Promise<ClipKey> {
  return getJson(CLIP_FILES.key(id), ClipKey);
}
