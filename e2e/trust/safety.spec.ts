import { expect } from '@playwright/test';
import { expectAccessible } from '../accessible.ts';
import { COACH_HZ } from '../people.ts';
import { expectPictures, nextStep, startCheckIn } from '../steps.ts';
import { test } from '../story.ts';

test('[SAF3] [SAF4] a family turns off its camera, asks for help, and leaves, and the coach sees each of it', async ({
  earshot,
  people,
}) => {
  const [{ page: coach }, { page: room }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
  ];
  await startCheckIn(coach, room, earshot);
  await expectPictures(coach);

  await test.step('camera and microphone stop, and stay off when the page is loaded again', async () => {
    await nextStep(coach, /start coding/i);
    await room.getByRole('button', { name: 'Stop camera and sound' }).dblclick();
    const off = room.getByRole('heading', { name: 'Your camera and microphone are off.' });
    await expect(off).toBeVisible();
    await expect(coach.getByText(/The family turned off its camera or microphone/).first()).toBeVisible();
    await room.reload();
    await expect(off).toBeVisible();
    await expectAccessible(room);
    await room.getByRole('button', { name: 'Turn them on again' }).click();
    await expect(room.getByRole('heading', { name: 'Just play.' })).toBeVisible();
    await expectPictures(coach);
  });

  await test.step('help shows whom to call, and one press tells the coach and pauses the window', async () => {
    await room.getByRole('button', { name: 'Get help' }).click();
    await expect(room.getByText('Call the emergency number of your country.')).toBeVisible();
    await room.getByRole('button', { name: /^Tell .* now$/ }).click();
    await expect(room.getByText(/sees that you need help/)).toBeVisible();
    await expect(coach.getByText(/asks for help/)).toBeVisible();
    await expectAccessible(room);
    await expectAccessible(coach);
    await coach.getByRole('button', { name: /^It is over/ }).focus();
    await coach.keyboard.down('Enter');
    await expect(coach.getByText(/asks for help/)).toBeHidden();
    await coach.keyboard.up('Enter');
    await room.getByRole('button', { name: 'Back' }).click();
    await expect(room.getByRole('heading', { name: 'A short pause.' })).toBeVisible();
  });

  await test.step('one press leaves, and the coach reads that the family has left', async () => {
    await room.getByRole('button', { name: 'Leave' }).click();
    await expect(room.getByRole('heading', { name: 'You left the session.' })).toBeVisible();
    await expect(coach.getByText('The family has left').first()).toBeVisible();
    await expect(coach.getByText(/It is reconnecting/)).toBeHidden();
    await room.getByRole('button', { name: 'Come back' }).click();
    await expect(room.getByRole('heading', { name: 'A short pause.' })).toBeVisible();
    await expectPictures(coach);
  });
});
