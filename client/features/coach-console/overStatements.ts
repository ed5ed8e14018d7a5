import type { Leftovers } from '#client/api/leftovers.ts';
import type { Ending } from '#client/api/liveView.ts';

/** What was pressed in a session that is over on this screen, and is not written. */
export type LeftBehind = Leftovers & {
  /** Whether this browser keeps what is unsent. False where its storage is full or off. */
  readonly isKept: boolean;
};

/** What is said of the codes once a session is over on this screen. Rules LOG4, LOG5. */
export function overStatements(ending: Ending, { unsent, refused, isKept, isHandInStopped }: LeftBehind) {
  const isHandedIn = (ending === 'taken-over' || ending === 'closed') && !isHandInStopped;
  const waits = isKept ? 'waiting' : 'notSent';
  return {
    unsent: unsent.length === 0 ? undefined : isHandedIn ? 'handingIn' : waits,
    isRefused: refused.length > 0,
    kept: unsent.length + refused.length === 0 ? 'kept' : 'keptRest',
  } as const;
}
