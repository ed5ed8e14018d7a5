import type { Browser, Page } from '@playwright/test';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Earshot } from '../../earshot.ts';
import { openPage } from '../openBrowser.ts';
import { openConsole } from '../openSession.ts';
import type { Attendant } from '../wire/connectByWire.ts';
import { coachByWire } from '../wire/coachingByWire.ts';

/** A phone that is an ear, let in and in coaching, so that the console is ready. */
export async function openEar({ url, links }: Earshot, browser: Browser): Promise<Page> {
  const coach = await coachByWire(url, links.therapist);
  const opened = coach.joined.facts.find((fact) => fact.type === 'session.opened');
  const [caregiver] = opened?.caregivers ?? [];
  if (caregiver === undefined) throw new Error('The demo’s session has no caregiver.');
  const { caregiverId } = caregiver;

  const page = await openPage(browser);
  await page.goto((await coach.ask('device:pair-ear', { caregiverId })).url);
  await page.getByRole('button', { name: 'I’m ready' }).click();
  const participantId = await whoKnocks(coach);
  await coach.ask('device:admit', { participantId });
  await coach.ask('phase:check-in', {});
  await coach.ask('caregiver:choose', { caregiverId });
  await coach.ask('ear-check:override', { participantId, reason: 'There is nobody to ask in a measurement.' });
  await coach.ask('coaching:start', {});
  coach.leave();
  await page.getByRole('heading', { name: /listening for/i }).waitFor();
  return page;
}

async function whoKnocks(coach: Attendant): Promise<ParticipantId> {
  for (;;) {
    const { facts } = await coach.ask('session:join', { lastSeq: 0 });
    const joined = facts.find((fact) => fact.type === 'participant.joined' && fact.device === 'ear');
    if (joined?.type === 'participant.joined') return joined.participantId;
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** Opens the coach's real console and holds the whisper key until the ear says that it hears. */
export async function openWhisper(earshot: Earshot, browser: Browser, ear: Page): Promise<Page> {
  const console = await openPage(browser);
  await openConsole(console, earshot);
  await console.keyboard.down('Space');
  await ear.getByRole('heading', { name: /is speaking/i }).waitFor();
  return console;
}
