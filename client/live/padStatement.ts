import type { SessionState } from '#shared/session/sessionState.ts';
import { openStop } from './windowScore.ts';

/** What the pad's counts cover, and whether a press counts now. Rules WIN2, WIN3, WIN4. */
export function padStatement(session: Pick<SessionState, 'phase' | 'windows'>) {
  switch (session.phase) {
    case 'coding':
      return openStop(session) ? 'outside' : 'window';
    case 'coaching':
      return 'coaching';
    default:
      return `asleep.${session.phase}` as const;
  }
}
