import { expect, test } from 'vitest';
import { fakeLive } from '../testing/fakeFamily.ts';
import { answerToneListening } from './answerToneListening.ts';

const LISTEN = { checkId: '00000000-0000-4000-8000-0000000000cc', toneHz: 1000, toneMs: 800 };

test('[EAR2] a device with the room microphone says how far the tone stood above the room', async () => {
  const live = fakeLive();
  answerToneListening({ ...live, measureTone: () => Promise.resolve(4.5) });
  live.tell('ear-check:listen', LISTEN);
  await settle();
  expect(live.asked).toEqual([
    { name: 'ear-check:listened', input: { checkId: LISTEN.checkId, toneAboveRoomDb: 4.5 } },
  ]);
});

test('[EAR1] a microphone that fails is reported as not measured, so that the whisper stays blocked', async () => {
  const live = fakeLive();
  answerToneListening({ ...live, measureTone: () => Promise.reject(new Error('no microphone')) });
  live.tell('ear-check:listen', LISTEN);
  await settle();
  expect(live.asked).toEqual([
    { name: 'ear-check:listened', input: { checkId: LISTEN.checkId, toneAboveRoomDb: null } },
  ]);
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
