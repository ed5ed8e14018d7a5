import type { SessionId } from '#shared/protocol/ids.ts';

/** A live session, as the coach or an observer sees it. */
export function SessionPage({ sessionId }: { readonly sessionId: SessionId }) {
  return <main data-session={sessionId} />;
}
