import { describe, expect, test } from 'vitest';
import { type Listener, mayHear, mayOpenVoice, SOURCES, type Track, trackOf, TRACKS } from './audience.ts';
import { PARTS, type Part } from './people.ts';
import { type Phase, PHASES } from './phase.ts';

/**
 * The audience table of docs/RULES.md, written a second time by hand: who hears each track in each phase. `ear*` and
 * `combined*` mean a checked device whose wearer is in play.
 */
const EXPECTED: Record<Track, Partial<Record<Phase, string>>> = {
  'room-video': {
    preparing: 'lead',
    waiting: 'lead',
    'check-in': 'lead observer',
    coding: 'lead observer',
    'coding-paused': 'lead observer',
    coaching: 'lead observer',
    feedback: 'lead observer',
  },
  'room-audio': {
    preparing: 'lead',
    waiting: 'lead',
    'check-in': 'lead observer',
    coding: 'lead observer',
    'coding-paused': 'lead observer',
    coaching: 'lead observer',
    feedback: 'lead observer',
  },
  'coach-voice': {
    'check-in': 'observer combined ear combined* ear*',
    'coding-paused': 'observer combined* ear*',
    coaching: 'observer combined* ear*',
    feedback: 'observer combined ear combined* ear*',
  },
  'coach-camera': { 'check-in': 'room combined combined*', feedback: 'room combined combined*' },
  'supervisor-voice': {
    preparing: 'lead',
    waiting: 'lead',
    'check-in': 'lead',
    coding: 'lead',
    'coding-paused': 'lead',
    coaching: 'lead',
    feedback: 'lead',
  },
};

const inPlay = (part: Part, wearerInPlay = false, earChecked = false): Listener => ({ part, wearerInPlay, earChecked });

const LISTENERS: Record<string, Listener> = {
  ...Object.fromEntries(PARTS.map((part) => [part, inPlay(part)])),
  'combined*': inPlay('combined', true, true),
  'ear*': inPlay('ear', true, true),
  'combined, unchecked': inPlay('combined', true, false),
  'ear, unchecked': inPlay('ear', true, false),
  'combined, not in play': inPlay('combined', false, true),
  'ear, not in play': inPlay('ear', false, true),
  'room, as if checked': inPlay('room', true, true),
  'knocking, as if checked': inPlay('knocking', true, true),
};

const CELLS = TRACKS.flatMap((track) => PHASES.map((phase) => [track, phase] as const));

describe('who hears what', () => {
  test.for(CELLS)('[AUD1] %s in %s', ([track, phase]) => {
    const expected = new Set((EXPECTED[track][phase] ?? '').split(' '));
    for (const [name, listener] of Object.entries(LISTENERS)) {
      // A variant that the table above does not name hears the same as its plain part.
      const column = name in EXPECTED || !name.includes(',') ? name : name.split(',')[0]!;
      expect([name, mayHear(track, listener, phase)]).toEqual([name, expected.has(column)]);
    }
  });

  test('[AUD1] no sound ever reaches a room device or one that knocks', () => {
    for (const track of ['room-audio', 'coach-voice', 'supervisor-voice'] as const) {
      for (const phase of PHASES) {
        for (const name of ['room', 'room, as if checked', 'knocking', 'knocking, as if checked']) {
          expect(mayHear(track, LISTENERS[name]!, phase)).toBe(false);
        }
      }
    }
  });

  test('[AUD1] the family never hears a supervisor', () => {
    for (const phase of PHASES) {
      for (const [name, listener] of Object.entries(LISTENERS)) {
        if (name !== 'lead') expect(mayHear('supervisor-voice', listener, phase)).toBe(false);
      }
    }
  });

  test('[AUD2] an ear sends nothing, and a family device never a voice', () => {
    for (const source of SOURCES) expect(trackOf(source, 'ear')).toBeUndefined();
    for (const part of ['room', 'combined', 'ear', 'knocking'] as const) expect(trackOf('voice', part)).toBeUndefined();
    for (const source of SOURCES) expect(trackOf(source, 'knocking')).toBeUndefined();
  });

  test('[AUD3] the lead coach may speak in every phase in which somebody may hear it', () => {
    expect(PHASES.filter((phase) => mayOpenVoice('lead', phase))).toEqual([
      'check-in',
      'coding-paused',
      'coaching',
      'feedback',
    ]);
    expect(PHASES.filter((phase) => !mayOpenVoice('observer', phase))).toEqual(['closed']);
  });
});
