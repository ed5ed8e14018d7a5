import { describe, expect, test } from 'vitest';
import { constraintsFor, refusalOf } from './capture.ts';
import { levelOf } from './levelMeter.ts';

describe('capturing', () => {
  test('the room’s sound is not processed, because processing treats the child as noise', () => {
    const { audio } = constraintsFor('room', {});
    expect(audio).toMatchObject({ noiseSuppression: false, autoGainControl: false, echoCancellation: false });
  });

  test.for(['room-picture', 'room-sound'] as const)('%s alone asks for the same as the whole room does', (half) => {
    const whole = constraintsFor('room', {});
    expect(constraintsFor(half, {})).toEqual(half === 'room-picture' ? { video: whole.video } : { audio: whole.audio });
  });

  test('a voice is cleaned in every way, and brings no picture', () => {
    const { audio, video } = constraintsFor('voice', {});
    expect(audio).toMatchObject({ noiseSuppression: true, autoGainControl: true, echoCancellation: true });
    expect(video).toBeUndefined();
  });

  test('the coach’s camera brings no sound', () => {
    expect(constraintsFor('coach-camera', {}).audio).toBeUndefined();
  });

  test('a chosen microphone is that one or none', () => {
    expect(constraintsFor('room', { microphoneId: 'usb' }).audio).toMatchObject({ deviceId: { exact: 'usb' } });
  });

  test.for([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'not-found'],
    ['OverconstrainedError', 'not-found'],
    ['NotReadableError', 'in-use'],
    ['SecurityError', 'insecure'],
    ['TypeError', 'other'],
  ] as const)('a browser’s %s means %s', ([name, why]) => {
    expect(refusalOf(Object.assign(new Error('no'), { name }))).toBe(why);
  });
});

describe('a level', () => {
  test.for([
    ['digital silence', 0, 0],
    ['full scale', 1, 1],
    ['-30 dB', 10 ** (-30 / 20), 0.5],
    ['what is quieter than a quiet room', 0.0001, 0],
  ] as const)('of %s', ([, amplitude, level]) => {
    expect(levelOf(new Float32Array(512).fill(amplitude))).toBeCloseTo(level, 5);
  });
});
