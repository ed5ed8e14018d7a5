import type { Fact, FactType } from '#shared/protocol/facts.ts';
import type { Participant, SessionState } from './sessionState.ts';

/** What may bring a window's codes into somebody's sight. */
const MAY_SHOW: ReadonlySet<FactType> = new Set<FactType>([
  'participant.joined',
  'coding.started',
  'observer.blinded',
  'lead.changed',
]);

/** Notes which windows' codes whoever is here with open eyes has before them. Rules REV1, REV2. */
export function trackSights(state: SessionState, { type }: Fact): SessionState {
  if (!MAY_SHOW.has(type) || state.windows.length === 0) return state;
  const participants = Object.values(state.participants).map((one) => [one.participantId, seeing(one, state)] as const);
  return { ...state, participants: Object.fromEntries(participants) };
}

function seeing(participant: Participant, { windows }: SessionState): Participant {
  const { device, present, blind, saw } = participant;
  if (device !== null || !present || blind) return participant;
  const running = windows.filter(({ finished }) => !finished).map(({ windowId }) => windowId);
  const during = [...new Set([...saw.during, ...running])];
  return { ...participant, saw: { windows: windows.map(({ windowId }) => windowId), during } };
}
