import type { SessionId } from '#shared/protocol/ids.ts';

export function ReportPage({ sessionId }: { readonly sessionId: SessionId }) {
  return <main data-session={sessionId} />;
}
