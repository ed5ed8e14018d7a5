import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, LEAD, numbered, PARENT, sounds, SUPERVISOR, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';
import { speakingNow } from './speakingNow.ts';

const joins: FactDraft = {
  type: 'participant.joined',
  by: 'server',
  participantId: SUPERVISOR,
  name: 'Dana',
  role: 'supervisor',
  device: null,
  wearer: null,
};
const opens = (participantId: typeof LEAD, track: 'coach-voice' | 'supervisor-voice'): FactDraft => ({
  type: 'voice.opened',
  by: participantId,
  participantId,
  track,
  hearers: [],
});
const ALL_SOUND = [LEAD, PARENT, SUPERVISOR].map((each) => sounds(each));
const after = (...drafts: FactDraft[]) =>
  speakingNow(foldFacts([aFact.opened(), ...numbered([...UNTIL_CHECK_IN, joins, ...ALL_SOUND, ...drafts])])).map(
    ({ speaker, hearers }) => [speaker.participantId, hearers.map(({ participantId }) => participantId)],
  );

test('[AUD1] a supervisor speaks only to the lead coach, and a lead coach in check-in to all but themselves', () => {
  expect(after()).toEqual([]);
  expect(after(opens(SUPERVISOR, 'supervisor-voice'))).toEqual([[SUPERVISOR, [LEAD]]]);
  expect(after(opens(LEAD, 'coach-voice'))).toEqual([[LEAD, [PARENT, SUPERVISOR]]]);
});

test('[AUD1] a voice whose phase is over reaches nobody, and the voice of a person who left is not shown', () => {
  expect(after(opens(SUPERVISOR, 'supervisor-voice'), { type: 'session.closed', by: LEAD })).toEqual([]);
  const left: FactDraft = { type: 'participant.left', by: 'server', participantId: SUPERVISOR, why: 'connection' };
  expect(after(opens(SUPERVISOR, 'supervisor-voice'), left)).toEqual([]);
});

test.for(['not-connected', 'not-playing', 'muted'] as const)(
  '[EAR3] a voice is not shown as reaching a page on which it would not sound (%s), or one that came back and has not reported',
  (sounding) => {
    const opened = opens(LEAD, 'coach-voice');
    expect(after(opened, sounds(PARENT, sounding))).toEqual([[LEAD, [SUPERVISOR]]]);
    expect(after(opened, joins)).toEqual([[LEAD, [PARENT]]]);
  },
);
