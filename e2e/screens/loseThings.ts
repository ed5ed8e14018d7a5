import { expect, type Page } from '@playwright/test';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { Earshot } from '../earshot.ts';
import { code, passDeviceCheck } from '../steps.ts';
import { plugIn, unplug } from '../unplug.ts';
import { cutWire, mendWire } from '../wire.ts';
import type { Look } from './look.ts';
import { button, heading, press, text } from './states.ts';

/** Connections, media and a sign-in that are lost and return while coding. */
export async function loseThings(
  { coach, room, boss }: Record<'coach' | 'room' | 'boss', Page>,
  look: Look,
): Promise<void> {
  await cutWire(coach);
  await text('Connection lost.')(coach).waitFor();
  await code(coach, '222');
  await look(coach, 'console, connection lost');
  await look(room, 'room, coach away');
  await look(boss, 'supervision, lead cut off');
  await mendWire(coach);
  await expect(coach.getByText(/waiting to be sent/)).toBeHidden({ timeout: 30_000 });
  await cutWire(room);
  await heading('We lost the connection.')(room).waitFor();
  await look(room, 'room, connection lost');
  await look(coach, 'console, family cut off');
  await mendWire(room);
  await heading('Just play.')(room).waitFor();
  await unplug(room, 'video');
  await heading('The camera stopped.')(room).waitFor();
  await look(room, 'room, camera gone');
  await look(coach, 'console, family’s camera gone');
  await plugIn(room, 'video');
  await heading('Just play.')(room).waitFor();
  await loseSignIn(coach, look);
}

/** The sign-in runs out while somebody codes. The server is asked again when the page is looked at again. */
async function loseSignIn(coach: Page, look: Look): Promise<void> {
  const standing = `**${pathOf('account:standing')}`;
  const leave = async (leftMs: number) => {
    await coach.unroute(standing);
    await coach.route(standing, (route) => route.fulfill({ json: { leftMs } }));
    await coach.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  await leave(600_000);
  await button('Sign in again')(coach).waitFor();
  await look(coach, 'console, sign-in ends');
  await leave(0);
  await text(/^Your sign-in has ended/)(coach).waitFor();
  await press('Sign in again')(coach);
  await look(coach, 'console, sign-in ended');
  await press('Not now')(coach);
  await leave(86_400_000);
  await text(/^Your sign-in has ended/)(coach).waitFor({ state: 'hidden' });
  await coach.unroute(standing);
}

/** A supervisor whose sound output is pulled out, and is back. */
export async function superviseWithoutSound(boss: Page, { links }: Earshot, look: Look): Promise<void> {
  await boss.goto(links.supervisor);
  await boss
    .getByRole('link', { name: /^observe/i })
    .first()
    .click();
  await boss.getByRole('combobox', { name: 'Sound' }).selectOption({ index: 1 });
  await passDeviceCheck(boss);
  await text('You are observing.')(boss).waitFor();
  await unplug(boss, 'output');
  await text(/^The sound output that you chose was disconnected/)(boss).waitFor();
  await look(boss, 'supervision, sound output gone');
  await plugIn(boss, 'output');
  await text(/^The sound output that you chose was disconnected/)(boss).waitFor({ state: 'hidden' });
}
