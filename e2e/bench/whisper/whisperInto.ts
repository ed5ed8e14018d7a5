import type { Browser, Page } from '@playwright/test';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Earshot } from '../../earshot.ts';
import { openLink } from '../../steps.ts';
import { openPage } from '../openBrowser.ts';
import { openConsole } from '../openSession.ts';
import type { Attendant } from '../wire/connectByWire.ts';
import { caregiverOf, joinByWire } from '../wire/coachingByWire.ts';

/** A phone as the ear in the demo's session. Its coach has left, so that the console can be opened. */
export async function openEar({ url, links }: Earshot, browser: Browser): Promise<Page> {
  return openEarOf(await joinByWire(url, links.therapist), browser);
}

/** The same in the session of this coach, who takes it into coaching and leaves. */
export async function openEarOf(coach: Attendant, browser: Browser): Promise<Page> {
  const caregiverId = caregiverOf(coach);
  const page = await openPage(browser);
  await openLink(page, (await coach.ask('device:pair-ear', { caregiverId })).url);
  await page.getByRole('button', { name: 'I’m ready' }).click();
  const participantId = await whoKnocks(coach);
  await coach.ask('device:admit', { participantId });
  await coach.ask('phase:check-in', {});
  await coach.ask('caregiver:choose', { caregiverId });
  await coach.ask('ear-check:override', { participantId, reason: 'There is nobody to ask in a measurement.' });
  await coach.ask('coaching:start', {});
  coach.leave();
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
  const coach = await openPage(browser);
  await openConsole(coach, earshot);
  await whisper(coach, ear);
  return coach;
}

/** Holds the whisper key until the ear says that it hears. */
export async function whisper(coach: Page, ear: Page): Promise<void> {
  await ear.getByRole('heading', { name: /listening for/i }).waitFor();
  await coach.getByRole('button', { name: /^whisper/i, disabled: false }).waitFor();
  await coach.keyboard.down('Space');
  await ear.getByRole('heading', { name: /is speaking/i }).waitFor();
}
