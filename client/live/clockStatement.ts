import type { LiveView } from '#client/api/liveView.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { phaseName } from '#shared/session/observing.ts';
import type { QuietSession } from './quietView.ts';
import { openStop, shownWindow } from './windowScore.ts';

type ClockScene = {
  readonly connection: LiveView['connection'];
  readonly session: QuietSession;
  readonly self: ParticipantId | undefined;
};

/**
 * What the screen says about the window's clock. `unknown` if this screen is cut off, because the lead coach may still
 * be coding. Rules WIN3, WIN4.
 */
export function clockStatement({ connection, session, self }: ClockScene) {
  switch (session.phase) {
    case 'coding': {
      if (connection === 'lost' && self !== session.lead) return 'unknown';
      const stop = openStop(session);
      return stop ? (`stands.${stop.why}` as const) : 'runs';
    }
    case 'coding-paused':
      return 'paused';
    case 'coaching':
      return phaseName(session) === 'between-situations' ? 'between' : 'coached';
    default:
      return shownWindow(session) ? 'over' : 'ready';
  }
}
