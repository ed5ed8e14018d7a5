import { expect } from '@playwright/test';
import { COACH_HZ, PHONE } from '../people.ts';
import { hold, letIn, nextStep, openConsole, openRoomDevice, pairEar, passEarCheck } from '../steps.ts';
import { expectNoTone, expectTone } from '../tones.ts';
import { countLiveTracks, installPlugs, plugIn, unplug } from '../unplug.ts';
import { test } from '../story.ts';

test('headsets are pulled out on both sides, and a session closes on the phone', async ({ earshot, people }) => {
  const { page: coach } = await people.invite({ hertz: COACH_HZ });
  const { page: room } = await people.invite('the family');
  const { page: ear } = await people.invite('nothing', PHONE);
  for (const page of [coach, room, ear]) await page.addInitScript(installPlugs);
  const voice = coach.getByRole('region', { name: 'Your voice' });
  const speaks = ear.getByRole('heading', { name: /is speaking/ });
  const coachUnplugged = voice.getByText(/your microphone was unplugged/i);

  await test.step('everyone is there, and the ear is checked', async () => {
    await openConsole(coach, earshot);
    await openRoomDevice(room, earshot);
    await letIn(coach);
    await pairEar(room, ear);
    await letIn(coach);
    await nextStep(coach, /start check-in/i);
    await passEarCheck(ear);
    await coach.getByRole('button', { name: /coach without coding/i }).click();
    await expect(coach.getByRole('button', { name: /coach without coding/i })).toBeHidden();
  });

  await test.step('the coach’s headset goes: they read it at once, and the ear is not told that they speak', async () => {
    await coach.keyboard.press('w');
    await expect(speaks).toBeVisible();
    await unplug(coach, 'audio');
    await expect(coachUnplugged).toBeVisible();
    await expect(speaks).toBeHidden();
  });

  await test.step('it is plugged in again and chosen without a reload, and is heard in the ear', async () => {
    await plugIn(coach, 'audio');
    const choice = voice.getByRole('combobox', { name: /choose a microphone/i });
    await expect(choice.getByRole('option').nth(1)).toBeAttached();
    await choice.selectOption({ index: 1 });
    await expect(coachUnplugged).toBeHidden();
    await coach.keyboard.press('w');
    await expect(speaks).toBeVisible();
    await expectTone(ear, COACH_HZ);
  });

  await test.step('the phone’s page is loaded again: nobody knows what is plugged in, and the ear is checked anew', async () => {
    await ear.reload();
    await ear.getByRole('button', { name: 'I’m ready' }).click();
    await expect(voice.getByText(/ear check needed/i)).toBeVisible();
    await expectNoTone(ear, COACH_HZ);
    await passEarCheck(ear);
    await expect(voice.getByText(/^heard by/i)).toBeVisible();
    await expect(speaks).toBeVisible();
    await expectTone(ear, COACH_HZ);
  });

  await test.step('the volume goes to zero: nobody is told that the coach is heard', async () => {
    const volume = ear.getByRole('slider', { name: 'Volume' });
    await volume.fill('0');
    await expect(ear.getByRole('heading', { name: 'The volume is at zero' })).toBeVisible();
    await expect(voice.getByText(/their volume is at zero/)).toBeVisible();
    await volume.fill('1');
    await expect(speaks).toBeVisible();
  });

  await test.step('the earphones go: the whisper shuts by itself, and the coach reads why', async () => {
    await unplug(ear, 'audio');
    await expect(speaks).toBeHidden();
    await expect(voice.getByText(/ear check needed/i)).toBeVisible();
  });

  await test.step('the session closes: nothing is captured anymore, also after a reload', async () => {
    await coach.getByRole('button', { name: /finish with feedback/i }).click();
    await hold(coach, /close session/i);
    const thanks = room.getByRole('heading', { name: 'Thank you for playing.' });
    await expect(thanks).toBeVisible();
    await expect(ear.getByRole('heading', { name: 'Thank you for playing.' })).toBeVisible();
    for (const page of [room, ear, coach]) await expect.poll(() => countLiveTracks(page)).toBe(0);
    await room.reload();
    await coach.reload();
    await expect(thanks).toBeVisible();
    await expect(coach.getByText('The session is over').first()).toBeVisible();
    for (const page of [room, coach]) expect(await countLiveTracks(page)).toBe(0);
  });
});
