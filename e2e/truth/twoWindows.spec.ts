import { expect } from '@playwright/test';
import { COACH_HZ } from '../people.ts';
import {
  code,
  codesGiven,
  expectCountOnPad,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  passDeviceCheck,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from '../steps.ts';
import { cutWire, installWire, mendWire } from '../wire.ts';
import { test } from '../story.ts';

test('a coach codes in two windows, one of them cut off: every code is there once', async ({ earshot, people }) => {
  const { page: first } = await people.invite({ hertz: COACH_HZ });
  const { page: room } = await people.invite('the family');
  const second = await first.context().newPage();
  for (const page of [first, second]) await page.addInitScript(installWire);

  await openConsole(first, earshot);
  await openRoomDevice(room, earshot);
  await letIn(first);
  await waitUntilSeenAndHeard(room);
  await nextStep(first, /start check-in/i);
  await nextStep(first, /start coding/i);
  await waitUntilCoding(first, room);
  await code(first, '44');
  await cutWire(first);
  await code(first, '222');
  // The first two may have been acknowledged before the wire was cut.
  await expect(first.getByText(/^[345] waiting to be sent$/)).toBeVisible();

  await second.goto(first.url());
  await passDeviceCheck(second);
  await expect.poll(() => codesGiven(second)).toEqual({ LP: 2, BD: 3 });
  await waitUntilCoding(second, room);
  await code(second, '33333');
  await expect.poll(() => codesGiven(second)).toEqual({ LP: 2, BD: 3, RF: 5 });
  await expectCountOnPad(second, 'RF', 'Reflection');
  await code(first, '22');

  await mendWire(first);
  await expect.poll(() => codesGiven(second)).toEqual({ LP: 2, BD: 5, RF: 5 });
  await expectCountOnPad(first, 'RF', 'Reflection');
  await expect(second.getByText('You opened this session in another window. Continue there.')).toBeVisible();
  await code(first, '1');
  await expect.poll(() => codesGiven(first)).toEqual({ LP: 2, BD: 5, RF: 5, TA: 1 });
});
