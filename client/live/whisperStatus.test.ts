import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import {
  CAREGIVER_A,
  CAREGIVER_B,
  LEAD,
  PARENT,
  sounds,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { aLiveSession } from './testing/aLiveSession.ts';
import { whisperStatus } from './whisperStatus.ts';

const SOUNDS = [sounds(PARENT), sounds(SUPERVISOR)];
const COACHING: FactDraft = { type: 'coaching.started', by: LEAD };
const CHOOSE_B: FactDraft = { type: 'caregiver.chosen', by: LEAD, caregiverId: CAREGIVER_B };
const OVERRIDDEN: FactDraft = { type: 'ear-check.overridden', by: LEAD, participantId: PARENT, reason: 'wired' };
const GONE: FactDraft = { type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' };
const ROOM_ONLY: FactDraft = { type: 'device.kind-set', by: PARENT, participantId: PARENT, device: 'room' };
const SUPERVISED: FactDraft = {
  type: 'participant.joined',
  by: 'server',
  participantId: SUPERVISOR,
  name: 'Ines',
  role: 'supervisor',
  device: null,
  wearer: null,
};
const FAILED: FactDraft = {
  type: 'ear-check.finished',
  by: PARENT,
  participantId: PARENT,
  heardByCaregiver: true,
  leak: 'heard',
  passed: false,
};

test.for([
  ['before check-in', [], UNTIL_CHECK_IN.slice(0, 4), 'not-yet'],
  ['while coding', [START_CODING], UNTIL_CHECK_IN, 'coding'],
  ['before an ear check', [COACHING], UNTIL_CHECK_IN, 'check-needed'],
  ['after a failed ear check', [COACHING, FAILED], UNTIL_CHECK_IN, 'check-failed'],
  ['with the earphones on someone else', [COACHING, OVERRIDDEN, CHOOSE_B], UNTIL_CHECK_IN, 'on-someone-else'],
  ['with a device that plays nothing', [COACHING, ROOM_ONLY], UNTIL_CHECK_IN, 'no-earphones'],
  ['with nobody there', [COACHING, GONE], UNTIL_CHECK_IN, 'no-device'],
  ['even with a supervisor to hear it', [COACHING, SUPERVISED], UNTIL_CHECK_IN, 'check-needed'],
  ['after the session', [{ type: 'session.closed', by: LEAD } as const], UNTIL_CHECK_IN, 'closed'],
] as const)('AUD1: %s the whisper is shut and says why', ([, more, before, why]) => {
  const live = aLiveSession([...before, ...more]);
  expect(whisperStatus(live.getSnapshot(), 'sound', 'connected')).toMatchObject({ is: 'shut', why });
});

test('AUD1: a whisper reaches the checked ear in play, and staff who watch', () => {
  const live = aLiveSession([...UNTIL_CHECK_IN, COACHING, OVERRIDDEN, SUPERVISED, ...SOUNDS]);
  const family = [{ caregiverId: CAREGIVER_A, name: 'Maria' }];
  expect(whisperStatus(live.getSnapshot(), 'sound', 'connected')).toEqual({
    is: 'open',
    as: 'whisper',
    family,
    staff: 1,
  });
});

test('in check-in it is ordinary talk, and needs no ear check', () => {
  expect(whisperStatus(aLiveSession([...UNTIL_CHECK_IN, ...SOUNDS]).getSnapshot(), 'sound', 'connected')).toMatchObject(
    {
      is: 'open',
      as: 'talk',
    },
  );
});

test.for([
  ['that never said whether it sounds', [], 'not-connected'],
  ['that no sound reaches', [sounds(PARENT, 'not-connected')], 'not-connected'],
  ['that plays nothing', [sounds(PARENT, 'not-playing')], 'not-playing'],
  ['whose volume is at zero', [sounds(PARENT, 'muted')], 'muted'],
  ['that came back and has not said', [sounds(PARENT), ...UNTIL_CHECK_IN.slice(2, 3)], 'not-connected'],
] as const)('[EAR3] no voice is shown as heard by an ear %s, whoever else hears it', ([, said, why]) => {
  for (const phase of [[], [COACHING, OVERRIDDEN]]) {
    const live = aLiveSession([...UNTIL_CHECK_IN, ...phase, SUPERVISED, sounds(SUPERVISOR), ...said]);
    expect(whisperStatus(live.getSnapshot(), 'sound', 'connected')).toEqual({ is: 'shut', why, name: 'Maria' });
  }
});

test('a lost connection and a missing microphone shut it whatever the phase', () => {
  const live = aLiveSession([...UNTIL_CHECK_IN, COACHING, OVERRIDDEN]);
  expect(whisperStatus(live.getSnapshot(), 'none', 'connected')).toMatchObject({ why: 'no-microphone' });
  expect(whisperStatus(live.getSnapshot(), 'gone', 'connected')).toMatchObject({ why: 'microphone-gone' });
  expect(whisperStatus(live.getSnapshot(), 'muted', 'connected')).toMatchObject({ why: 'microphone-muted' });
  live.set({ connection: 'lost' });
  expect(whisperStatus(live.getSnapshot(), 'sound', 'connected')).toMatchObject({ why: 'lost' });
});

test.for([
  ['idle', 'starting'],
  ['starting', 'starting'],
  ['mending', 'mending'],
] as const)('AUD1: while the transport of one’s own voice is %s, nobody is shown as hearing it', ([way, why]) => {
  const live = aLiveSession([...UNTIL_CHECK_IN, COACHING, OVERRIDDEN, SUPERVISED, ...SOUNDS]);
  expect(whisperStatus(live.getSnapshot(), 'sound', way)).toEqual({ is: 'shut', why });
});
