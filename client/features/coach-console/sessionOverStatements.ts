import type { Leftovers } from '#client/api/leftovers.ts';
import type { Ending } from '#client/api/liveView.ts';

/** Presses of a session that is over on this screen which are not saved. */
export type LeftBehind = Leftovers & {
  /** Whether this browser keeps unsent presses. False if its storage is full or off. */
  readonly isKept: boolean;
};

/** What the screen says about unsaved codes once a session is over. Rules LOG4, LOG5. */
export function sessionOverStatements(ending: Ending, { unsent, refused, isKept, isSendingStopped }: LeftBehind) {
  const isStillSent = (ending === 'taken-over' || ending === 'closed') && !isSendingStopped;
  const waits = isKept ? 'waiting' : 'notSent';
  return {
    unsent: unsent.length === 0 ? undefined : isStillSent ? 'stillSending' : waits,
    isRefused: refused.length > 0,
    kept: unsent.length + refused.length === 0 ? 'kept' : 'keptRest',
  } as const;
}
