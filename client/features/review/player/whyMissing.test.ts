import { expect, test } from 'vitest';
import { ParticipantId, TakeId } from '#shared/protocol/ids.ts';
import { NOTHING_RECORDED, type RecordedSpan } from '#shared/session/recording/recordingState.ts';
import { NOTHING_SEEN, type SightState } from '#shared/session/sight/sightState.ts';
import { whyMissing } from './whyMissing.ts';

const span: RecordedSpan = {
  partId: TakeId.parse('00000000-0000-4000-a000-000000000001'),
  recorder: 'room',
  participantId: ParticipantId.parse('room'),
  tracks: ['room-video'],
  from: 10_000,
  to: 60_000,
  why: 'consent-withdrawn',
};
const sight: SightState = {
  ...NOTHING_SEEN,
  losses: [
    { what: 'picture', why: 'device-stopped', from: 20_000, to: 30_000 },
    { what: 'picture', why: 'not-shown', from: 40_000, to: 45_000 },
    { what: 'picture', why: 'not-arriving', from: 70_000, to: 75_000 },
  ],
};
const state = {
  recording: { ...NOTHING_RECORDED, spans: [span] },
  absences: [{ from: 80_000, to: 90_000, causes: ['connection' as const] }],
  sight,
};

test.for([
  [5_000, { is: 'not-yet' }],
  [25_000, { is: 'lost' }],
  [42_000, { is: 'lost' }],
  [59_900, { is: 'lost' }],
  [60_000, { is: 'ended', why: 'consent-withdrawn' }],
  [72_000, { is: 'ended', why: 'consent-withdrawn' }],
  [85_000, { is: 'cut-off' }],
] as const)('[RCD3] what is missing at %i ms is told with its reason', ([at, why]) => {
  expect(whyMissing(state, at, [])).toEqual(why);
});

test('[RCD9] a consent withdrawn after the session is the reason where something was recorded, and only there', () => {
  const withdrawn = [{ track: 'room-video', saidBy: null, by: ParticipantId.parse('noor'), at: 100_000 }] as const;
  const after = { ...state, recording: { ...state.recording, withdrawn } };
  expect([5_000, 25_000, 59_900, 85_000].map((at) => whyMissing(after, at, []).is)).toEqual([
    'not-yet',
    'withdrawn',
    'withdrawn',
    'cut-off',
  ]);
});

test('[RCD3] a session without any recording says so', () => {
  expect(whyMissing({ recording: NOTHING_RECORDED, absences: [], sight: NOTHING_SEEN }, 1_000, [])).toEqual({
    is: 'never',
  });
});

test('[RCD3] where a file goes on without its picture, whether the sound goes on is told too', () => {
  expect(whyMissing(state, 25_000, ['picture'])).toEqual({ is: 'no-picture' });
  expect(whyMissing(state, 25_000, ['picture', 'sound'])).toEqual({ is: 'nothing-sent' });
});
