import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Earshot } from './earshot.ts';
import { INVENTED_FAMILIES } from './invented.ts';
import { COACH_HZ } from './people.ts';
import {
  code,
  hold,
  letIn,
  nextStep,
  openLink,
  openPage,
  passDeviceCheck,
  passFamilyCheck,
  waitUntilCoding,
  waitUntilSeenAndHeard,
} from './steps.ts';
import { test } from './story.ts';

const {
  name: FAMILY,
  caregiverNames: [CAREGIVER],
} = INVENTED_FAMILIES.kestrel;
/** A window of play. The story moves the server's time over it. */
const WINDOW_MS = 300_000;
const AN_HOUR_MS = 3_600_000;

test.use({ server: { movable: true } });

let earshot: Earshot;
let coach: Page;
let room: Page;

test.beforeEach(async ({ earshot: server, people }) => {
  earshot = server;
  ({ page: coach } = await people.invite({ hertz: COACH_HZ }));
  ({ page: room } = await people.invite('the family'));
});

test('[CRS6] [CRS7] [CRS8] [CRS12] a family goes from its first coached session to graduation', async () => {
  await test.step('the therapist makes the family, and says why it begins with coaching', async () => {
    await coach.goto(earshot.links.therapist);
    await openPage(coach, 'Families');
    await coach.getByRole('button', { name: 'New family' }).click();
    await coach.getByLabel('Family', { exact: true }).fill(FAMILY);
    await coach.getByLabel('Child’s initials').fill('T.');
    await coach.getByLabel('Child’s month of birth').fill('2022-05');
    await coach.getByLabel('Caregiver who plays').fill(CAREGIVER);
    await coach.getByRole('button', { name: 'Add the family' }).click();
    await expect(coach.getByRole('heading', { name: FAMILY, level: 1 })).toBeVisible();
    await expectStage('Intake');

    await coach.getByRole('button', { name: 'Choose another stage' }).click();
    await coach.getByLabel('Stage', { exact: true }).selectOption('CDI coaching');
    await coach.getByLabel('Reason', { exact: true }).fill('Assessed and taught at another clinic.');
    await coach.getByRole('button', { name: 'Change the stage' }).click();
    await expectStage('CDI coaching');
    await expectAccessible(coach);
  });

  await test.step('child-directed skills are coded to mastery, live and by the keyboard', async () => {
    await openSession('CDI coaching');
    await nextStep(coach, /start coding/i);
    await codeChildLedMastery();
    await letTheWindowEnd();
    await finish();
  });

  await test.step('mastery opens the way to the next stage', async () => {
    await openProgress();
    await expect(coach.getByText(/^Child-directed interaction mastered on/)).toBeVisible();
    await coach.getByRole('button', { name: 'Move on to PDI teaching' }).click();
    await expectStage('PDI teaching');
  });

  await test.step('a teaching session is held', async () => {
    await openSession('PDI teaching');
    await finish();
    await openProgress();
    await coach.getByRole('button', { name: 'Move on to PDI coaching' }).click();
    await expectStage('PDI coaching');
  });

  await test.step('commands are followed through to mastery, live and by the keyboard', async () => {
    await openSession('PDI coaching');
    await nextStep(coach, /start coding/i);
    await waitUntilCoding(coach, room);
    for (let command = 1; command <= 5; command += 1) await followThrough(command);
    await letTheWindowEnd();
  });

  await test.step('child-directed skills are coded again in the same session, and were kept', async () => {
    await coach.getByRole('button', { name: 'Code CDI' }).click();
    await codeChildLedMastery();
    await letTheWindowEnd();
    await finish();
    await openProgress();
    await expect(coach.getByText(/^Parent-directed interaction mastered on/)).toBeVisible();
    await coach.getByRole('button', { name: 'Move on to Graduation' }).click();
    await expectStage('Graduation');
  });

  await test.step('the measure is at its goal, and the caregiver is judged ready to continue alone', async () => {
    await coach.getByRole('button', { name: 'Record a total of ECBI Intensity' }).click();
    await coach.getByRole('textbox', { name: /^total/i }).fill('112');
    await coach.getByRole('button', { name: 'Record the total' }).click();
    await expect(coach.getByText(/^Latest: 112/)).toBeVisible();
    await coach.getByRole('button', { name: `Yes: ${CAREGIVER}` }).click();
    await expect(coach.getByRole('button', { name: `Yes: ${CAREGIVER}` })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the family graduates, and the record says how it came to that', async () => {
    await coach.getByRole('button', { name: 'Graduate the family' }).click();
    await expect(coach.getByText('All criteria for graduation are met.')).toBeVisible();
    await coach.getByRole('button', { name: 'Graduate', exact: true }).click();
    await expect(coach.getByText('Graduated', { exact: true }).first()).toBeVisible();
    const record = coach.getByRole('region', { name: 'Record', exact: true });
    await expect(record.getByText(/Assessed and taught at another clinic/)).toBeVisible();
    await expectAccessible(coach);
  });
});

async function expectStage(name: string): Promise<void> {
  await expect(coach.getByRole('list', { name: 'Stages of the course' }).locator('[aria-current=step]')).toContainText(
    name,
  );
}

/** Plans the suggested session, opens it for both sides, and starts check-in. */
async function openSession(stage: string): Promise<void> {
  await coach.getByRole('button', { name: 'Plan session' }).click();
  const dialog = coach.getByRole('dialog', { name: 'New session' });
  await expect(dialog.getByLabel('Stage', { exact: true })).toContainText(`${stage} (suggested)`);
  await dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(dialog).toBeHidden();

  await openPage(coach, 'Sessions');
  await coach.getByRole('button', { name: `Create the parent’s link for ${FAMILY}` }).click();
  const link = await coach.getByRole('textbox', { name: 'The parent’s link' }).inputValue();
  await coach.getByRole('button', { name: 'Done' }).click();
  await coach.getByRole('link', { name: `Open the session with ${FAMILY}` }).click();
  await passDeviceCheck(coach);
  await expect(coach.getByRole('region', { name: 'Codes', exact: true })).toBeVisible();

  await openLink(room, link);
  await passFamilyCheck(room, /earphones on my phone/i);
  await letIn(coach);
  await waitUntilSeenAndHeard(room);
  await nextStep(coach, /start check-in/i);
}

/** Ten of each skill, and two questions. */
async function codeChildLedMastery(): Promise<void> {
  await waitUntilCoding(coach, room);
  await code(coach, '4444444444');
  await expect(coach.getByRole('button', { name: 'Labeled praise, 10 times' })).toBeVisible();
  await code(coach, '2222222222');
  await expect(coach.getByRole('button', { name: 'Behavior description, 10 times' })).toBeVisible();
  await code(coach, '333333333377');
  await expect(coach.getByRole('button', { name: 'Reflection, 10 times' })).toBeVisible();
}

/** Direct commands that the child obeys and is praised for. */
async function followThrough(count: number): Promise<void> {
  await coach.keyboard.press('d');
  await expect(coach.getByText(/The child’s turn/).first()).toBeVisible();
  await coach.keyboard.press('c');
  await expect(coach.getByText(/The parent’s turn/).first()).toBeVisible();
  await coach.keyboard.press('4');
  await expect(coach.getByRole('button', { name: new RegExp(`Labeled praise, ${count} times?$`) })).toBeVisible();
  await expect(coach.getByText('Last command: followed through')).toBeVisible();
}

/** Moves the time to the end of the window while everyone stays connected. */
async function letTheWindowEnd(): Promise<void> {
  await expect(coach.getByText(/waiting to be sent/)).toBeHidden();
  await earshot.forward(WINDOW_MS, coach, room);
  await expect(coach.getByRole('button', { name: 'Finish with feedback' })).toBeVisible();
}

/** Ends the session, an hour before the next one. */
async function finish(): Promise<void> {
  await hold(coach, /close session/i);
  await expect(room.getByRole('heading', { name: 'Thank you for playing.' })).toBeVisible();
  await earshot.forward(AN_HOUR_MS);
}

async function openProgress(): Promise<void> {
  await coach.goto(`${earshot.url}/families`);
  await coach.getByRole('link', { name: `Progress of ${FAMILY}` }).click();
  await expect(coach.getByRole('heading', { name: FAMILY, level: 1 })).toBeVisible();
}
