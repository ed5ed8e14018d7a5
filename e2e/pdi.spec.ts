import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { COACH_HZ } from './people.ts';
import {
  follow,
  letIn,
  nextStep,
  openConsole,
  openRoomDevice,
  reportOf,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from './steps.ts';
import { test } from './story.ts';

test.use({ server: { movable: true } });

test('commands are followed through: praised, warned, and once to the chair and back', async ({ earshot, people }) => {
  const [{ page: coach }, { page: room }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
  ];

  await test.step('a window of parent-directed play begins', async () => {
    await openConsole(coach, earshot);
    await openRoomDevice(room, earshot);
    await letIn(coach);
    await waitUntilSeenAndHeard(room);
    await nextStep(coach, /start check-in/i);
    await coach.getByRole('button', { name: 'Code PDI' }).click();
    await waitUntilCoding(coach, room);
  });

  await test.step('a command is followed, and praised', async () => {
    await follow(coach, [
      ['d', 'Command given'],
      ['c', 'Praise now'],
      ['l', undefined],
    ]);
    await expect(coach.getByText('Last command: followed through')).toBeVisible();
  });

  await test.step('a second is refused; the family reads the warning once it is sent, and nothing else; followed, and praised', async () => {
    await follow(coach, [
      ['d', 'Command given'],
      ['x', 'Warn once'],
    ]);
    const warning = room.getByText(/you will sit on the chair/);
    await expect(warning).toBeHidden();
    await coach.keyboard.press('m');
    await expect(warning.first()).toBeVisible();
    await expect(room.getByText(/warn|command|refused/i)).toBeHidden();
    await follow(coach, [
      ['k', 'Warned'],
      ['c', 'Praise now'],
      ['l', undefined],
    ]);
  });

  await test.step('a third leads to the chair, and the clock of the window stands still', async () => {
    await follow(coach, [
      ['d', 'Command given'],
      ['x', 'Warn once'],
      ['k', 'Warned'],
      ['x', 'To the chair'],
      ['k', 'To the chair'],
      ['k', 'On the chair'],
    ]);
    await expect(coach.getByText(/clock paused: time/i)).toBeVisible();
    await expectAccessible(coach);
  });

  await test.step('nobody leaves unnoticed', async () => {
    await coach.getByRole('button', { name: /end coding early/i }).focus();
    await coach.keyboard.press('Enter', { delay: 1_500 });
    await expect(coach.getByText(/Finish or stop it first/).first()).toBeVisible();
  });

  await test.step('after three minutes and five quiet seconds the parent asks, and the sequence ends well', async () => {
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
    await expect(coach.getByText(/^Coding \w+$/)).toBeVisible();
  });

  await test.step('the window ends by itself, and the report has the figures', async () => {
    await earshot.forward(300_000, coach, room);
    await expect(coach.getByRole('button', { name: /finish with feedback/i })).toBeVisible();
    await expect(coach.getByText(/waiting to be sent/)).toBeHidden();
    const { windows } = await reportOf(coach);
    expect(windows).toMatchObject([
      {
        kind: 'pdi',
        codedMs: 300_000,
        assessable: true,
        mastered: true,
        standing: 'sound',
        stops: [{ why: 'time-out' }],
        counts: { DC: 4, LP: 3 },
        commands: { directCommands: 4, effective: 4, followUpDue: 4, followUpCorrect: 4, pctFollowThrough: 1 },
      },
    ]);
    const [timeOut] = windows[0]?.stops ?? [];
    expect((timeOut?.to ?? 0) - (timeOut?.from ?? 0)).toBeGreaterThanOrEqual(185_000);
  });
});
