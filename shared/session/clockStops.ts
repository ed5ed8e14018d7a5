import type { ClockStop } from '#shared/domain/codingWindow.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { programmeOf } from './programmeOf.ts';
import { findParticipant, type SessionState, type SessionWindow, startOf } from './sessionState.ts';
import { followSequence } from './sequence/followSequence.ts';

/** After each fact: who is cut off, and when the clock of the window being coded stood still. Rules WIN3, WIN4. */
export function trackStops(before: SessionState, after: SessionState, fact: Fact): SessionState {
  const isSame = before.participants === after.participants && before.lead === after.lead;
  const gaps = isSame ? after.gaps : trackGaps(after, fact);
  const isQuiet = gaps === before.gaps && before.codes === after.codes && before.windows === after.windows;
  if (isQuiet || after.windows.every(({ finished }) => finished)) return { ...after, gaps };
  const stops = stopsOf({ ...after, gaps });
  const windows = after.windows.map((window) => withStops(window, stops));
  // The same list where nothing stopped: most of a screen is not drawn again at a press.
  const isSameList = windows.every((window, index) => window === after.windows[index]);
  return { ...after, gaps, windows: isSameList ? after.windows : windows };
}

/** A gap lasts while nobody sees the family: its room's devices are cut off, or the lead coach is. One who never came is not. */
function isCutOff(state: SessionState): boolean {
  const lead = state.lead && findParticipant(state, state.lead);
  if (lead?.present === false) return true;
  const rooms = Object.values(state.participants).filter(
    ({ admitted, device }) => admitted && (device === 'room' || device === 'combined'),
  );
  return rooms.length > 0 && rooms.every(({ present }) => !present);
}

function trackGaps(state: SessionState, fact: Fact): SessionState['gaps'] {
  const { gaps } = state;
  const last = gaps.at(-1);
  const isOpen = last !== undefined && last.to === undefined;
  if (isOpen === isCutOff(state)) return gaps;
  if (isOpen) return [...gaps.slice(0, -1), { from: last.from, to: Math.max(fact.at, last.from) }];
  const since = fact.type === 'participant.left' ? (fact.lastSeenAt ?? fact.at) : fact.at;
  return [...gaps, { from: Math.max(Math.min(since, fact.at), last?.to ?? 0), to: undefined }];
}

function stopsOf(state: SessionState): readonly ClockStop[] {
  const programme = programmeOf(state);
  const timeOuts = (programme && followSequence(state, programme)?.context.timeOuts) ?? [];
  return [
    ...timeOuts.map(({ from, to }) => ({ why: 'time-out', from, to }) as const),
    ...state.gaps.map(({ from, to }) => ({ why: 'gap', from, to }) as const),
  ];
}

/** A window's own stops: those since it began. A finished window keeps what it had. */
function withStops(window: SessionWindow, all: readonly ClockStop[]): SessionWindow {
  if (window.finished) return window;
  const beganAt = startOf(window) ?? 0;
  const stops = all
    .filter(({ to }) => to === undefined || to > beganAt)
    .map((stop) => ({ ...stop, from: Math.max(stop.from, beganAt) }))
    .toSorted((one, other) => one.from - other.from);
  return areSame(window.stops, stops) ? window : { ...window, stops };
}

function areSame(one: readonly ClockStop[], other: readonly ClockStop[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ why, from, to }, index) => {
      const stop = other[index];
      return stop?.why === why && stop.from === from && stop.to === to;
    })
  );
}
