import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, PARENT, UNTIL_CHECK_IN } from '../testing/aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import { aRecording } from './testing/aRecording.ts';
import { recordingStatus } from './recordingStatus.ts';

const { agreed, coachAgreed, withdrawn, started, stopped, prevented, held } = aRecording;
const PICTURE = agreed('room-video');
const SOUND = agreed('room-audio');
const CLOSED: readonly FactDraft[] = [
  { type: 'feedback.started', by: LEAD },
  { type: 'session.closed', by: LEAD },
];
const CODING: FactDraft = {
  type: 'coding.started',
  by: LEAD,
  windowId: aFact.windowId(1),
  kind: 'cdi',
  caregiverId: CAREGIVER_A,
  lengthMs: 300_000,
};

const fold = (...drafts: readonly FactDraft[]) =>
  foldFacts([aFact.opened(), ...numbered([...UNTIL_CHECK_IN, ...drafts])]);
const missing = (what: 'picture' | 'sound'): FactDraft => {
  return { type: 'sight.lost', by: 'server', what, since: 0, why: 'not-arriving' };
};
const both = ['room-video', 'room-audio'] as const;

test.for<[string, readonly FactDraft[], object]>([
  ['nobody has agreed to anything', [], { is: 'nothing-agreed' }],
  ['all that was agreed to was withdrawn', [PICTURE, withdrawn('room-video')], { is: 'nothing-agreed' }],
  ['agreed, before a recorder began', [PICTURE], { is: 'not-yet' }],
  ['recording', [PICTURE, SOUND, started(...both)], { is: 'recording', tracks: both, lost: [] }],
  [
    'one of two withdrawn while the recorder still has both',
    [PICTURE, SOUND, started(...both), withdrawn('room-video')],
    { is: 'recording', tracks: both },
  ],
  ['all withdrawn, and not yet stopped', [PICTURE, started('room-video'), withdrawn('room-video')], { is: 'stopping' }],
  [
    'sent no picture while the recorder runs',
    [PICTURE, SOUND, started(...both), missing('picture')],
    { is: 'recording', tracks: ['room-audio'], lost: ['room-video'] },
  ],
  [
    'sent nothing at all while the recorder runs',
    [PICTURE, SOUND, started(...both), missing('picture'), missing('sound')],
    { is: 'interrupted' },
  ],
  ['held, and not yet stopped', [PICTURE, started('room-video'), held], { is: 'stopping' }],
  ['held and stopped', [PICTURE, started('room-video'), held, stopped('held')], { is: 'held' }],
  ['held, with nothing agreed', [held], { is: 'nothing-agreed' }],
  ['cut off', [PICTURE, started('room-video'), stopped('recorder-died')], { is: 'interrupted' }],
  [
    'ended as the sender changed',
    [PICTURE, started('room-video'), stopped('sender-changed')],
    { is: 'nothing-arrives' },
  ],
  [
    'the disk is full',
    [PICTURE, started('room-video'), stopped('disk-full'), prevented('disk-full')],
    { is: 'prevented', why: 'disk-full' },
  ],
  [
    'what stood in the way is gone',
    [PICTURE, prevented('no-recorder'), { type: 'recording.possible', by: 'server' }],
    { is: 'not-yet' },
  ],
  ['only the coach’s voice, while the coach is silent', [coachAgreed, CODING], { is: 'not-in-this-phase' }],
  ['over', [PICTURE, ...CLOSED], { is: 'over' }],
])('[RCD3] what everyone sees: %s', ([, drafts, told]) => {
  expect(recordingStatus(fold(...drafts))).toMatchObject(told);
});

test('[RCD3] a track that was cut off is shown while the rest is recorded', () => {
  const told = recordingStatus(
    fold(PICTURE, coachAgreed, started('room-video'), started('coach-voice'), stopped('recorder-died', 'coach')),
  );
  expect(told).toEqual({ is: 'recording', tracks: ['room-video'], lost: ['coach-voice'] });
});

test('[RCD2] a refusal is remembered until the next consent, for each track separately', () => {
  const { recording } = fold(withdrawn('room-video'), SOUND);
  expect(recording.refusals).toMatchObject([{ track: 'room-video', saidBy: CAREGIVER_A, by: PARENT }]);
  expect(fold(withdrawn('room-video'), PICTURE).recording.refusals).toEqual([]);
});
