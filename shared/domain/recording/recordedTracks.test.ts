import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUDIENCE, SOURCES } from '../audience.ts';
import { PARTS } from '../people.ts';
import { PHASES } from '../phase.ts';
import { RECORDED_IN, RECORDED_TRACKS, recordingWishes, type RecordingView } from './recordedTracks.ts';

type Id = 'lead' | 'other' | 'home';

const ALL: RecordingView<Id>['consents'] = {
  'room-video': true,
  'room-audio': true,
  'coach-voice': new Set(['lead'] as const),
};

const view = (change: Partial<RecordingView<Id>> = {}): RecordingView<Id> => ({
  phase: 'coaching',
  held: false,
  consents: ALL,
  people: [
    { participantId: 'lead', part: 'lead', present: true },
    { participantId: 'other', part: 'observer', present: true },
    { participantId: 'home', part: 'combined', present: true },
  ],
  ...change,
});

const EVERYTHING = (['lead', 'other', 'home'] as const).flatMap((from) => SOURCES.map((source) => ({ from, source })));

const tracksOf = (wishes: ReturnType<typeof recordingWishes<Id>>) =>
  wishes.flatMap(({ from, sources }) => sources.map(({ track }) => `${from} ${track}`));

const anyView = fc.record({
  phase: fc.constantFrom(...PHASES),
  held: fc.boolean(),
  consents: fc.record({
    'room-video': fc.boolean(),
    'room-audio': fc.boolean(),
    'coach-voice': fc.uniqueArray(fc.constantFrom<Id>('lead', 'other', 'home')).map((ids) => new Set(ids)),
  }),
  people: fc
    .tuple(
      ...(['lead', 'other', 'home'] as const).map((participantId) =>
        fc.record({
          participantId: fc.constant(participantId),
          part: fc.constantFrom(...PARTS),
          present: fc.boolean(),
        }),
      ),
    )
    .map((people) => [...people]),
});

test('[RCD1] with every consent, the room is one file and the coach’s voice another, and nobody else is recorded', () => {
  expect(recordingWishes(view(), EVERYTHING)).toEqual([
    {
      recorder: 'coach',
      from: 'lead',
      sources: [{ source: 'voice', track: 'coach-voice' }],
    },
    {
      recorder: 'room',
      from: 'home',
      sources: [
        { source: 'camera', track: 'room-video' },
        { source: 'room-microphone', track: 'room-audio' },
      ],
    },
  ]);
});

describe('[RCD2] without its own consent a track is not recorded', () => {
  test.for([
    [{ ...ALL, 'room-video': false }, ['lead coach-voice', 'home room-audio']],
    [{ ...ALL, 'room-audio': false }, ['lead coach-voice', 'home room-video']],
    [{ ...ALL, 'coach-voice': new Set<Id>() }, ['home room-video', 'home room-audio']],
    // The consent of another coach does not count.
    [{ ...ALL, 'coach-voice': new Set<Id>(['other']) }, ['home room-video', 'home room-audio']],
    [{ 'room-video': false, 'room-audio': false, 'coach-voice': new Set<Id>() }, []],
  ] as const)('%#', ([consents, tracks]) => {
    expect(tracksOf(recordingWishes(view({ consents }), EVERYTHING))).toEqual(tracks);
  });
});

test('[RCD3] while the recording is held nothing is recorded', () => {
  expect(recordingWishes(view({ held: true }), EVERYTHING)).toEqual([]);
});

test('[RCD1] the coach’s voice is recorded only in phases in which somebody may hear it', () => {
  for (const phase of PHASES) {
    const isHeard = AUDIENCE['coach-voice'][phase].length > 0;
    expect(RECORDED_IN['coach-voice'].includes(phase)).toBe(isHeard);
  }
});

test('[RCD1] nothing is recorded before check-in or after the end', () => {
  for (const phase of ['preparing', 'waiting', 'closed'] as const) {
    expect(recordingWishes(view({ phase }), EVERYTHING)).toEqual([]);
  }
});

test('[RCD1] [RCD2] whatever is recorded has its phase, its consent and a sender who is here', () => {
  fc.assert(
    fc.property(anyView, fc.subarray(EVERYTHING), (any, sendings) => {
      for (const { from, sources } of recordingWishes<Id>(any, sendings)) {
        const person = any.people.find(({ participantId }) => participantId === from);
        expect(person?.present).toBe(true);
        expect(['lead', 'room', 'combined']).toContain(person?.part);
        expect(any.held).toBe(false);
        for (const { source, track } of sources) {
          expect(RECORDED_TRACKS).toContain(track);
          expect(RECORDED_IN[track]).toContain(any.phase);
          expect(sendings).toContainEqual({ from, source });
          expect(track === 'coach-voice' ? any.consents[track].has(from) : any.consents[track]).toBe(true);
        }
      }
    }),
  );
});

test('[RCD2] taking a consent back never makes more tracks recorded', () => {
  fc.assert(
    fc.property(anyView, fc.constantFrom('room-video' as const, 'room-audio' as const), (any, track) => {
      const before = tracksOf(recordingWishes<Id>(any, EVERYTHING));
      const after = tracksOf(
        recordingWishes<Id>({ ...any, consents: { ...any.consents, [track]: false } }, EVERYTHING),
      );
      expect(before).toEqual(expect.arrayContaining(after));
    }),
  );
});
