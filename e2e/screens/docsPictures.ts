import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startEarshot } from '../earshot.ts';
import { COACH_HZ, invitePeople, PHONE } from '../people.ts';
import {
  code,
  hold,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  pairEar,
  passEarCheck,
  startTalking,
  stopTalking,
} from '../steps.ts';

/** Takes the pictures of the README from the running product, with the fake family. */
export async function takeDocsPictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const earshot = await startEarshot();
  const people = await invitePeople();
  try {
    const { page: coach } = await people.invite({ hertz: COACH_HZ });
    const { page: room } = await people.invite('the family');
    const { page: ear } = await people.invite('nothing', PHONE);
    await openConsole(coach, earshot);
    await openRoomDevice(room, earshot);
    await letIn(coach);
    await pairEar(room, ear);
    await letIn(coach);
    await nextStep(coach, /start check-in/i);
    await passEarCheck(ear);
    await nextStep(coach, /start coding/i);
    await code(coach, '4432142214312462347134224312');
    await coach.screenshot({ path: join(folder, 'coach-console-coding.png') });
    await hold(coach, /end coding early/i);
    await code(coach, '4324');
    await startTalking(coach);
    await expect(ear.getByRole('heading', { name: /is speaking/i })).toBeVisible();
    await ear.screenshot({ path: join(folder, 'ear.png') });
    await coach.keyboard.press('a');
    await expect(room.getByText('Praise that, and say what you liked.').first()).toBeVisible();
    await coach.screenshot({ path: join(folder, 'coach-console.png') });
    await room.screenshot({ path: join(folder, 'family-room.png') });
    await stopTalking(coach);
  } finally {
    await people.goodbye();
    await earshot.stop();
  }
}
