import { expect } from '@playwright/test';
import { childrenOf } from '../childrenOf.ts';
import { COACH_HZ } from '../people.ts';
import { expectRecording, familySaysYes } from '../reviewSteps.ts';
import {
  expectPictures,
  letIn,
  nextStep,
  openConsole,
  openLink,
  passFamilyCheck,
  startTalking,
  stopTalking,
} from '../steps.ts';
import { test } from '../story.ts';
import { expectNoTone, expectTone, expectToneToEnd } from '../tones.ts';
import { floodMedia } from './floodMedia.ts';

test('packets of strangers stop neither the pictures nor the voice nor the recording, and no worker ends', async ({
  earshot,
  people,
}) => {
  const [{ page: coach }, { page: room }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
  ];
  await openConsole(coach, earshot);
  await openLink(room, earshot.links.parent);
  await passFamilyCheck(room);
  await letIn(coach);
  await nextStep(coach, /start check-in/i);
  await familySaysYes(room);
  await expectRecording(coach);
  const workers = () => childrenOf(earshot.pid(), 'mediasoup-worker');
  const before = workers();
  expect(before).not.toEqual([]);

  const flood = floodMedia(earshot.mediaPorts);
  await expectPictures(coach);
  await expectNoTone(room, COACH_HZ);
  await startTalking(coach);
  await expectTone(room, COACH_HZ);
  await stopTalking(coach);
  await expectToneToEnd(room, COACH_HZ);
  await expect.poll(flood.sent, { timeout: 60_000 }).toBeGreaterThan(5_000);
  await expectPictures(coach);
  await flood.stop();

  expect(workers()).toEqual(before);
  await expectRecording(coach);
  await expectPictures(coach);
});
