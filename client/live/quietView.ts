import type { LiveView } from '#client/api/liveView.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** A session without what changes with every press. */
export type QuietSession = Omit<SessionState, 'codes' | 'seq'>;

/** What a screen shows apart from the codes. */
export type QuietView = Omit<LiveView, 'session' | 'unsent' | 'refused'> & { readonly session: QuietSession };

/**
 * Reads a live view without codes. Returns the same object until something else changes, so that most of a screen is
 * not rendered again at each press.
 */
export function createQuietReader(read: () => LiveView): () => QuietView {
  let last: LiveView | undefined;
  return () => {
    const now = read();
    if (last === undefined || !isSameButCodes(last, now)) last = now;
    return last;
  };
}

function isSameButCodes(one: LiveView, other: LiveView): boolean {
  return (
    one.connection === other.connection &&
    one.ending === other.ending &&
    one.isKept === other.isKept &&
    one.isSendingStopped === other.isSendingStopped &&
    one.isSlow === other.isSlow &&
    one.trouble === other.trouble &&
    one.self === other.self &&
    one.cutOffSince === other.cutOffSince &&
    one.quality === other.quality &&
    isSameSession(one.session, other.session)
  );
}

function isSameSession(one: SessionState, other: SessionState): boolean {
  const keys = Object.keys(one) as (keyof SessionState)[];
  return keys.every((key) => key === 'codes' || key === 'seq' || one[key] === other[key]);
}
