import type { LiveView } from '#client/api/liveView.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { roomDevices } from '#shared/session/sight/isSomebodyAway.ts';
import { type Loss, lostSenses, sightOf } from '#shared/session/sight/sightState.ts';
import type { QuietSession } from './quietView.ts';

type SightScene = {
  readonly connection: LiveView['connection'];
  readonly session: Pick<QuietSession, 'lead' | 'phase' | 'sight' | 'participants'>;
  readonly self: ParticipantId | undefined;
  /** One's own sound output is gone. That has a message of its own. */
  readonly isOutputGone: boolean;
};

type SightStatement = {
  /** The lead coach reads it about themselves; everybody else about the lead coach. */
  readonly to: 'lead' | 'others';
  readonly what: 'picture' | 'sound' | 'both';
  /** The measured reasons, each once. */
  readonly whys: readonly Loss['why'][];
};

/**
 * Says that the lead coach does not see or hear the room. Undefined if nothing is lost, if it is unknown, or if the family
 * has left, which the empty room says. Rule WIN4.
 */
export function sightStatement(scene: SightScene): SightStatement | undefined {
  const { connection, session, self, isOutputGone } = scene;
  const isLead = self !== undefined && self === session.lead;
  const lost = lostSenses(session).filter((sense) => !(isLead && isOutputGone && sense === 'sound'));
  const [first] = lost;
  if (first === undefined || connection !== 'live' || session.phase === 'closed') return undefined;
  const rooms = roomDevices(session);
  if (rooms.length > 0 && rooms.every(({ present, hasLeft }) => !present && hasLeft)) return undefined;
  const sight = sightOf(session);
  const whys = lost.flatMap((sense) => {
    const { [sense]: one } = sight;
    return one.is === 'lost' ? [one.why] : [];
  });
  return {
    to: isLead ? 'lead' : 'others',
    what: lost.length > 1 ? 'both' : first,
    whys: [...new Set(whys)],
  };
}
