import { expect } from '@playwright/test';
import { COACH_HZ } from '../people.ts';
import {
  follow,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from '../steps.ts';
import { test } from '../story.ts';

test('[PRM2] the prompt of a time-out goes from the parent’s screen with its step', async ({ earshot, people }) => {
  const { page: coach } = await people.invite({ hertz: COACH_HZ });
  const { page: room } = await people.invite('the family');
  await openConsole(coach, earshot);
  await openRoomDevice(room, earshot);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await nextStep(coach, /start check-in/i);
  await coach.getByRole('button', { name: 'Code PDI' }).click();
  await waitUntilCoding(coach, room);
  await follow(coach, [
    ['d', 'Command given'],
    ['x', 'Warn once'],
  ]);
  const warning = room.getByText(/you will sit on the chair/).first();
  await coach.keyboard.press('m');
  await expect(warning).toBeVisible();
  await follow(coach, [['k', 'Warned']]);
  await expect(warning).toBeHidden();
});
