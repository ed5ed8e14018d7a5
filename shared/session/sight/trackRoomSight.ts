import { SENSES } from '#shared/domain/sight.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionState } from '../sessionState.ts';
import { isSomebodyAway } from './isSomebodyAway.ts';
import { ended, find, lose, NOTHING_SEEN, type SightState } from './sightState.ts';

/** A person who is cut off receives nothing of the room until it was measured again. Rule WIN4. */
export function trackRoomSight(before: SessionState, after: SessionState, fact: Fact): SessionState {
  const sight = sightAfter(before, after, fact);
  return sight === after.sight ? after : { ...after, sight };
}

function sightAfter(before: SessionState, after: SessionState, fact: Fact): SightState {
  const { sight } = after;
  switch (fact.type) {
    case 'sight.lost':
      return lose(sight, fact.what, Math.min(fact.since, fact.at), fact.why);
    case 'sight.returned':
      return find(sight, fact.what, fact.at);
    case 'participant.left': {
      if (isSomebodyAway(before) || !isSomebodyAway(after)) return sight;
      const since = Math.min(fact.lastSeenAt ?? fact.at, fact.at);
      // A sense that nobody ever measured stays unknown, so that older logs fold as before.
      return SENSES.filter((sense) => sight[sense].is === 'seen').reduce(
        (left, sense) => lose(left, sense, since, 'cut-off'),
        sight,
      );
    }
    case 'session.closed':
      return { ...NOTHING_SEEN, losses: ended(sight.losses, () => true, fact.at) };
    default:
      return sight;
  }
}
