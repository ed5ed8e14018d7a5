import { expect, type Page } from '@playwright/test';
import { COACH_HZ, PHONE, SUPERVISOR_HZ } from '../people.ts';
import { coachSaysYes } from '../reviewSteps.ts';
import {
  code,
  hold,
  letIn,
  nextStep,
  openLink,
  passDeviceCheck,
  passFamilyCheck,
  startTalking,
  stopTalking,
} from '../steps.ts';
import { installPlugs } from '../unplug.ts';
import { installWire } from '../wire.ts';
import { askForHelp } from './askForHelp.ts';
import { lookAtPanels } from './lookAtPanels.ts';
import { loseThings, superviseWithoutSound } from './loseThings.ts';
import type { Journey, Look } from './look.ts';
import { playTimeOut } from './playTimeOut.ts';
import { button, heading, press, text } from './states.ts';

const LONG_PROMPT = 'Tell her what you like about how carefully she stacks the blue blocks, one on top of the other.';

/** One session from the device check to the report, seen by everyone in it. */
export const playSession: Journey = async (earshot, people, { look }) => {
  const [{ page: coach }, { page: room }, { page: ear }, { page: boss }] = [
    await people.invite({ hertz: COACH_HZ }),
    await people.invite('the family'),
    await people.invite('nothing', PHONE),
    await people.invite({ hertz: SUPERVISOR_HZ }),
  ];
  for (const page of [coach, room, ear, boss]) {
    await page.addInitScript(installWire);
    await page.addInitScript(installPlugs);
  }

  await coach.goto(earshot.links.therapist);
  await coach.getByRole('link', { name: /^open/i }).first().click();
  await coach.locator('[data-ready=true]').waitFor();
  await look(coach, 'device check, coach');
  await passDeviceCheck(coach);
  await expect(coach.getByRole('region', { name: 'Codes', exact: true })).toBeVisible();
  await look(coach, 'console, waiting');
  await press('Send the link …')(coach);
  await coach.getByRole('textbox', { name: 'The parent’s link' }).waitFor();
  await look(coach, 'console, link panel');
  await press('Done')(coach);

  await room.goto(earshot.links.parent);
  await look(room, 'join, before the tap');
  await press('Open on this device')(room);
  await passFamilyCheck(room, /earphones on my phone/i);
  await heading('You are here, and everything works.')(room).waitFor();
  await look(room, 'room, waiting');
  await look(coach, 'console, knock');
  await letIn(coach);
  await heading('You are in.')(room).waitFor();
  await look(room, 'room, in');

  await pairPhone(room, ear, look);
  await look(coach, 'console, phone knocks');
  await letIn(coach);
  await nextStep(coach, /start check-in/i);
  await heading(/can talk/i)(ear).waitFor();
  await look(coach, 'console, check-in');
  await look(room, 'room, check-in');
  await look(ear, 'ear, check-in');
  await answerRecording(room, look);
  await coachSaysYes(coach);
  await button(/^recording picture/i)(coach).waitFor({ timeout: 30_000 });
  await look(coach, 'console, recording');
  await look(room, 'room, recording');
  await lookAtPanels(coach, look);
  await checkEar(ear, look);

  await nextStep(coach, /start coding/i);
  await heading('Just play.')(room).waitFor();
  await code(coach, '4432142214312462347134224312');
  await look(coach, 'console, coding CDI');
  await look(room, 'room, coding');
  await look(ear, 'ear, coding');
  await superviseWithoutSound(boss, earshot, look);
  await look(boss, 'supervision');
  await press('Code the parent')(boss);
  await look(boss, 'supervision, coding the parent');
  await text('Keys and names')(boss).click();
  await look(boss, 'supervision, keys and names');
  await press('Code blind')(boss);
  await text('You are coding blind')(boss).waitFor();
  await look(boss, 'supervision, blind');
  await hold(boss, /^End blind coding/);
  await press('Code the coach')(boss);
  await look(boss, 'supervision, coding the coach');
  await press(/^Pause with a reason/)(coach);
  await look(coach, 'console, pause panel');
  await press('Someone came in')(coach);
  await button(/resume coding/i)(coach).waitFor();
  await look(coach, 'console, paused');
  await look(room, 'room, paused');
  await coach.keyboard.press('p');
  await heading('Just play.')(room).waitFor();
  await loseThings({ coach, room, boss }, look);

  await hold(coach, /end coding early/i);
  await heading(/listening for/i)(ear).waitFor();
  await look(coach, 'console, coaching');
  await press('Rate the window …')(coach);
  await look(coach, 'console, window panel');
  await coach.keyboard.press('Escape');
  await look(room, 'room, coaching');
  await look(ear, 'ear, listening');
  await startTalking(coach);
  await heading(/is speaking/i)(ear).waitFor();
  await look(coach, 'console, whisper');
  await look(ear, 'ear, speaking');
  await stopTalking(coach);
  await coach.keyboard.press('/');
  await coach.keyboard.type(LONG_PROMPT);
  await coach.keyboard.press('Enter');
  await text(LONG_PROMPT)(room).waitFor();
  await look(room, 'room, long prompt');
  await look(ear, 'ear, long prompt');
  await coach.keyboard.press('Escape');
  await look(coach, 'console, long prompt');
  await press('All prompts')(coach);
  await look(coach, 'console, prompts panel');
  await coach.keyboard.press('Escape');

  await askForHelp({ coach, boss, room, ear }, look);
  await playTimeOut(earshot, coach, room, look);
  await nextStep(coach, /finish with feedback/i);
  await heading('Well played, both of you.')(room).waitFor();
  await look(coach, 'console, feedback');
  await look(room, 'room, feedback');
  await look(ear, 'ear, feedback');
  await hold(coach, /close session/i);
  await heading('Thank you for playing.')(room).waitFor();
  await look(coach, 'console, closed');
  await look(room, 'room, closed');
  await look(ear, 'ear, closed');
  await look(boss, 'supervision, closed');
};

async function pairPhone(room: Page, ear: Page, look: Look): Promise<void> {
  await press(/connect a phone/i)(room);
  await look(room, 'room, pairing');
  await press('Show the code')(room);
  const link = await room.getByText(/\/join#/).innerText();
  await look(room, 'room, pairing code');
  await openLink(ear, link.trim());
  await button('I’m ready')(ear).waitFor();
  await look(ear, 'ear, start');
  await press('I’m ready')(ear);
  await heading(/waiting to be let in/i)(ear).waitFor();
  await look(ear, 'ear, knocking');
}

/** The family agrees to the recording, one question at a time. */
async function answerRecording(room: Page, look: Look): Promise<void> {
  await press('Answer')(room);
  for (const answer of ['Yes, the picture', 'Yes, the sound', /^helping/i]) {
    await button(answer)(room).waitFor();
    await look(room, `room, recording question before ${String(answer)}`);
    await press(answer)(room);
  }
  await look(room, 'room, recording answers');
  await press('Done')(room);
  await press('Back to the session')(room);
}

async function checkEar(ear: Page, look: Look): Promise<void> {
  await look(ear, 'ear, one check first');
  await press(/check the earphone/i)(ear);
  await look(ear, 'ear check, ready');
  await press(/play the tone/i)(ear);
  await button('No, I didn’t')(ear).waitFor();
  await look(ear, 'ear check, asking');
  await press('No, I didn’t')(ear);
  await button('Try again')(ear).waitFor();
  await look(ear, 'ear check, not heard');
  await press('Try again')(ear);
  await press('Yes, I heard it')(ear);
  await heading('Only you can hear it.')(ear).waitFor();
  await look(ear, 'ear check, passed');
  await press('Done')(ear);
  await press('I can’t hear anything')(ear);
  await look(ear, 'ear, help');
  await press('Back')(ear);
}
