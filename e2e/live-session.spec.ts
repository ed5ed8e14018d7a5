import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { COACH_HZ, PHONE, SUPERVISOR_HZ } from './people.ts';
import {
  code,
  expectPictures,
  hold,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  openSupervision,
  pairEar,
  passEarCheck,
  reportOf,
  startTalking,
  stopTalking,
  waitUntilCoding,
} from './steps.ts';
import { expectNoTone, expectTone, expectToneToEnd } from './tones.ts';
import { test } from './story.ts';

test('a coach, a family with a room and an ear, and a supervisor hold a session', async ({ earshot, people }) => {
  const [{ page: coach }, { page: room }, { page: ear }, { page: supervisor }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
    await people.invite('nothing', PHONE),
    await people.invite({ hertz: SUPERVISOR_HZ }),
  ];

  await test.step('everyone passes the device check, knocks and is let in', async () => {
    await openConsole(coach, earshot);
    await openRoomDevice(room, earshot);
    await expectAccessible(room);
    await letIn(coach);
    await expect(room.getByRole('heading', { name: 'You are in.' })).toBeVisible();
    await pairEar(room, ear);
    await expect(ear.getByRole('heading', { name: /waiting to be let in/i })).toBeVisible();
    await letIn(coach);
    await openSupervision(supervisor, earshot);
  });

  await test.step('the room is seen and heard at the clinic', async () => {
    await expectPictures(coach);
  });

  await test.step('in check-in the coach talks to the ear, and the room device stays silent', async () => {
    await nextStep(coach, /start check-in/i);
    await expect(ear.getByRole('heading', { name: /you and .* can talk/i })).toBeVisible();
    await expectAccessible(coach);
    await expectAccessible(ear);
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await expectNoTone(room, COACH_HZ);
    await stopTalking(coach);
    await expectToneToEnd(ear, COACH_HZ);
  });

  await test.step('the ear check passes with the room listening', async () => {
    await passEarCheck(ear);
  });

  await test.step('while coding the coach is refused a voice, and codes', async () => {
    await nextStep(coach, /start coding/i);
    await expect(room.getByRole('heading', { name: 'Just play.' })).toBeVisible();
    await coach.keyboard.down('Space');
    const voice = coach.getByRole('region', { name: 'Your voice' });
    await expect(voice.getByText('You are silent while coding. To speak, pause with P')).toBeVisible();
    await expectNoTone(ear, COACH_HZ);
    await expectNoTone(room, COACH_HZ);
    await expectNoTone(supervisor, COACH_HZ);
    await coach.keyboard.up('Space');

    await waitUntilCoding(coach, room);
    await code(coach, '44223l7t6d0n');
    await coach.keyboard.press('5');
    await expect(coach.getByRole('button', { name: 'Labeled praise, 3 times' })).toBeVisible();
    await expect(coach.getByRole('button', { name: 'Negative talk, 0 times' })).toBeVisible();
    await expect(coach.getByText(/waiting to be sent/)).toBeHidden();
    await expectAccessible(coach);
    await expectAccessible(room);
  });

  await test.step('the supervisor sees the codes as they come', async () => {
    await expectPictures(supervisor);
    await expect(supervisor.getByText(/labeled praise/i).first()).toBeVisible();
    await expectAccessible(supervisor);
  });

  await test.step('the supervisor’s voice reaches the coach and nobody else', async () => {
    await startTalking(supervisor);
    await expectTone(coach, SUPERVISOR_HZ);
    await expectNoTone(room, SUPERVISOR_HZ);
    await expectNoTone(ear, SUPERVISOR_HZ);
    await stopTalking(supervisor);
    await expectToneToEnd(coach, SUPERVISOR_HZ);
  });

  await test.step('in coaching the whisper reaches the ear and the supervisor, and never the room', async () => {
    await hold(coach, /end coding early/i);
    await expect(ear.getByRole('heading', { name: /listening for/i })).toBeVisible();
    await startTalking(coach);
    await expectTone(ear, COACH_HZ);
    await expectTone(supervisor, COACH_HZ);
    await expectNoTone(room, COACH_HZ);
    await expect(ear.getByRole('heading', { name: /is speaking/i })).toBeVisible();
    await stopTalking(coach);
    await expectToneToEnd(ear, COACH_HZ);
    await expectToneToEnd(supervisor, COACH_HZ);
    await expectAccessible(ear);
  });

  await test.step('a prompt reaches the family and its delivery is seen', async () => {
    await coach.keyboard.press('a');
    const prompt = 'Praise that, and say what you liked.';
    await expect(room.getByText(prompt).first()).toBeVisible();
    await expect(ear.getByText(prompt).first()).toBeVisible();
    await expect(coach.getByRole('region', { name: /prompts to/i }).getByText(/shown|spoken/)).toBeVisible();
  });

  await test.step('codes in coaching are kept apart from the window', async () => {
    await code(coach, '44');
    await expect(coach.getByRole('button', { name: 'Labeled praise, 2 times' })).toBeVisible();
  });

  await test.step('feedback and close', async () => {
    await nextStep(coach, /finish with feedback/i);
    await expect(room.getByRole('heading', { name: 'Well played, both of you.' })).toBeVisible();
    await hold(coach, /close session/i);
    await expect(room.getByRole('heading', { name: 'Thank you for playing.' })).toBeVisible();
    await expectAccessible(room);
    await expectAccessible(coach);
  });

  await test.step('the report’s counts equal the presses', async () => {
    const report = await reportOf(coach);
    expect(report.phase).toBe('closed');
    expect(report.windows).toMatchObject([
      { counts: { LP: 3, BD: 2, RF: 1, QU: 1, TA: 1, UP: 1, DC: 1, IC: 1 }, assessable: false, mastered: false },
    ]);
    expect(report.windows[0]?.counts).not.toHaveProperty('NTA');
    expect(report.countsOutside).toEqual({ LP: 2 });
  });
});
