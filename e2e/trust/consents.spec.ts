import { expect } from '@playwright/test';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { PHONE } from '../people.ts';
import { familySaysYes } from '../reviewSteps.ts';
import {
  hold,
  makeDiaryLink,
  nextStep,
  openDiary,
  sessionIdOf,
  startCheckIn,
  waitUntilSeenAndHeard,
} from '../steps.ts';
import { test } from '../story.ts';

/** Something must have been recorded, in ms. */
const SOME_MS = 3_000;

test('[CNS4] a caregiver who says no on their own page ends the recording at once, and what was recorded is locked', async ({
  earshot,
  people,
}) => {
  const [{ page: coach }, { page: room }, { page: phone }] = [
    await people.invite({ hertz: 500 }),
    await people.invite('the family'),
    await people.invite('nothing', PHONE),
  ];
  await startCheckIn(coach, room, earshot);
  await waitUntilSeenAndHeard(room);
  await familySaysYes(room);
  const isRecording = coach.getByRole('button', { name: /^recording picture/i });
  await expect(isRecording).toBeVisible({ timeout: 60_000 });
  await coach.waitForTimeout(SOME_MS);
  const sessionId = sessionIdOf(coach);

  await test.step('the recording ends, everyone sees it, and it is not recorded again', async () => {
    await openDiary(phone, await makeDiaryLink(coach, earshot, 'Solberg'));
    await phone.getByRole('link', { name: 'What I agreed to' }).click();
    const question = phone.getByRole('region', { name: 'Recording the room' }).first();
    await question.getByRole('button', { name: 'No', exact: true }).click();
    await expect(question.getByText('You said no.')).toBeVisible();
    await expect(coach.getByRole('button', { name: /^not recording/i })).toBeVisible();
    await expect(room.getByText(/^being recorded/i)).toBeHidden();
  });

  await test.step('the family’s page says who said no, and where', async () => {
    const record = await coach.context().newPage();
    await record.goto(`${earshot.url}/families`);
    await record.getByRole('link', { name: 'Progress of Solberg' }).click();
    await expect(record.getByText('June: no, on their own page')).toBeVisible();
    await record.close();
  });

  await test.step('after the session, its recording is locked', async () => {
    await nextStep(coach, /start coding/i);
    await hold(coach, /end coding early/i);
    await nextStep(coach, /finish with feedback/i);
    await hold(coach, /close session/i);
    const address = earshot.url + pathOf('recording:read', { sessionId });
    const readRecording = async (): Promise<unknown> => (await coach.request.get(address)).json();
    // A moment after the close, it is still being finished.
    await expect.poll(readRecording).toMatchObject({ takes: [], isWithheld: true });
    await coach.goto(`${earshot.url}/session/${sessionId}/review`);
    await coach.getByRole('button', { name: 'Open the review' }).click();
    await expect(coach.getByText(/^(The recording is locked|You may not play this recording)$/)).toBeVisible();
  });
});
