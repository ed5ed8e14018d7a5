import { expect, test } from 'vitest';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { NoteId } from '#shared/protocol/ids.ts';
import { aFact, LEAD, numbered, PARENT, SUPERVISOR, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';

const OPEN: FactDraft = {
  type: 'voice.opened',
  by: LEAD,
  participantId: LEAD,
  track: 'coach-voice',
  hearers: [PARENT],
};

const SUPERVISOR_JOINS: FactDraft = {
  type: 'participant.joined',
  by: 'server',
  participantId: SUPERVISOR,
  name: 'Ada',
  role: 'supervisor',
  device: null,
  wearer: null,
};

function voicesAfter(...timed: readonly (readonly [at: number, draft: FactDraft])[]) {
  const before = numbered([...UNTIL_CHECK_IN, SUPERVISOR_JOINS]);
  const facts = timed.map(([at, draft], index): Fact => ({ ...draft, at, seq: before.length + 2 + index }));
  return foldFacts([aFact.opened(), ...before, ...facts]).voices;
}

test.for<{ how: string; ending: FactDraft; to: number | undefined }>([
  {
    how: 'it is released',
    ending: { type: 'voice.closed', by: LEAD, participantId: LEAD, why: 'released' },
    to: 15_000,
  },
  { how: 'a phase ends', ending: { type: 'coaching.started', by: LEAD }, to: 15_000 },
  { how: 'the lead changes', ending: { type: 'lead.changed', by: LEAD, to: SUPERVISOR, how: 'handed' }, to: 15_000 },
  {
    how: 'the line is lost',
    ending: { type: 'participant.left', by: 'server', participantId: LEAD, why: 'connection' },
    to: 15_000,
  },
  {
    how: 'the server was away, when it was last known of',
    ending: { type: 'participant.left', by: 'server', participantId: LEAD, why: 'server-restart', lastSeenAt: 12_000 },
    to: 12_000,
  },
  {
    how: 'something else happens: not',
    ending: { type: 'note.written', by: LEAD, noteId: note(), text: 'x' },
    to: undefined,
  },
])('a voice that was open ends when $how', ({ ending, to }) => {
  expect(voicesAfter([10_000, OPEN], [15_000, ending])).toEqual([
    { participantId: LEAD, track: 'coach-voice', hearers: [PARENT], from: 10_000, to },
  ]);
});

test('a voice that is opened again to others is another spell', () => {
  const voices = voicesAfter([10_000, OPEN], [15_000, { ...OPEN, hearers: [] }]);
  expect(voices.map(({ from, to, hearers }) => [from, to, hearers.length])).toEqual([
    [10_000, 15_000, 1],
    [15_000, undefined, 0],
  ]);
});

test('two voices are told apart', () => {
  const voices = voicesAfter(
    [10_000, OPEN],
    [
      11_000,
      { type: 'voice.opened', by: SUPERVISOR, participantId: SUPERVISOR, track: 'supervisor-voice', hearers: [LEAD] },
    ],
    [12_000, { type: 'voice.closed', by: LEAD, participantId: LEAD, why: 'released' }],
  );
  expect(voices.map(({ track, from, to }) => [track, from, to])).toEqual([
    ['coach-voice', 10_000, 12_000],
    ['supervisor-voice', 11_000, undefined],
  ]);
});

function note() {
  return NoteId.parse('00000000-0000-4000-a005-000000000001');
}
