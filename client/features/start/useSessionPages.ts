import { usePages } from '#client/api/usePages.ts';
import type { SessionGroup } from '#shared/protocol/http/sessions.ts';

/** The sessions of a group, page by page: all, or those of families whose name contains something. */
export function useSessionPages(group: SessionGroup, family: string) {
  const asking = { asksAgain: group === 'today' };
  const pages = usePages('sessions:list', { group, family: family || undefined }, asking);
  return { pages, sessions: pages.data?.pages.flatMap((page) => page.sessions) };
}

export type SessionPages = ReturnType<typeof useSessionPages>;
