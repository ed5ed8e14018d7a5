import type { Fact, FactType } from '#shared/protocol/facts.ts';
import { type Participant, type SessionState, type SessionWindow, startOf } from './sessionState.ts';

/** Facts that can make a window's codes visible to somebody. */
const MAY_SHOW: ReadonlySet<FactType> = new Set<FactType>([
  'participant.joined',
  'code.recorded',
  'observer.blinded',
  'lead.changed',
]);

/** Which windows' codes everyone who is not blind can see. One without codes shows nothing yet. Rules REV1, REV2. */
export function trackSights(state: SessionState, { type }: Fact): SessionState {
  if (!MAY_SHOW.has(type) || state.windows.length === 0) return state;
  const shown = state.windows.filter((window) => window.finished || hasCodes(state, window));
  const people = Object.values(state.participants);
  const seeing = people.map((one) => withSight(one, shown));
  if (seeing.every((one, index) => one === people[index])) return state;
  return { ...state, participants: Object.fromEntries(seeing.map((one) => [one.participantId, one])) };
}

function hasCodes({ codes }: SessionState, window: SessionWindow): boolean {
  const start = startOf(window);
  return start !== undefined && (codes.at(-1)?.heardAt ?? 0) >= start;
}

function withSight(participant: Participant, shown: readonly SessionWindow[]): Participant {
  const { device, present, blind, saw } = participant;
  if (device !== null || !present || blind) return participant;
  const windows = addMissing(saw.windows, shown);
  const during = addMissing(
    saw.during,
    shown.filter(({ finished }) => !finished),
  );
  if (windows === saw.windows && during === saw.during) return participant;
  return { ...participant, saw: { windows, during } };
}

/** Returns the same list if nothing is new, so that no screen is drawn again. */
function addMissing(known: Participant['saw']['windows'], windows: readonly SessionWindow[]) {
  const news = windows.map(({ windowId }) => windowId).filter((windowId) => !known.includes(windowId));
  return news.length === 0 ? known : [...known, ...news];
}
