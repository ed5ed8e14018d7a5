import type { Page } from '@playwright/test';
import type { Earshot } from '../earshot.ts';
import { follow } from '../steps.ts';
import type { Look } from './look.ts';
import { button, heading, press } from './states.ts';

/** PDI: a command, refused twice, to the chair and back, until the window is complete. */
export async function playTimeOut(earshot: Earshot, coach: Page, room: Page, look: Look): Promise<void> {
  await press(/^Code PDI/)(coach);
  await heading('Just play.')(room).waitFor();
  await look(coach, 'console, coding PDI');
  await follow(coach, [['d', 'Command given']]);
  await look(coach, 'console, command given');
  await button(/close session/i)(coach).focus();
  await coach.keyboard.down('Enter');
  await heading('Close the session now?')(coach).waitFor();
  await coach.keyboard.up('Enter');
  await look(coach, 'console, leave panel');
  await coach.keyboard.press('Escape');
  await follow(coach, [['x', 'Warn once']]);
  await coach.keyboard.press('m');
  await look(room, 'room, warning');
  await follow(coach, [
    ['k', 'Warned'],
    ['x', 'To the chair'],
    ['k', 'To the chair'],
    ['k', 'On the chair'],
  ]);
  await look(coach, 'console, on the chair');
  await look(room, 'room, time-out');
  await earshot.forward(185_000, coach, room);
  await follow(coach, [
    [undefined, 'Ask if ready'],
    ['k', 'The same command again'],
    ['k', 'The same command again'],
    ['c', 'Say “okay” only'],
    ['k', 'One more easy command'],
    ['k', 'Command given'],
    ['c', 'Praise now'],
    ['l', undefined],
  ]);
  await earshot.forward(300_000, coach, room);
  await button(/finish with feedback/i)(coach).waitFor();
  await look(coach, 'console, window complete');
}
