import { expect, type Page } from '@playwright/test';
import { Family } from '#shared/protocol/http/families.ts';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { SessionSummary } from '#shared/protocol/http/sessions.ts';
import type { Earshot } from '../earshot.ts';
import { INVENTED_FAMILIES } from '../invented.ts';
import { COACH_HZ, PHONE } from '../people.ts';
import { code, hold, letIn, nextStep, openLink, passDeviceCheck, waitUntilSeenAndHeard } from '../steps.ts';
import type { Journey } from './look.ts';
import { lookAtFamilyCheck } from './familyCheck.ts';
import { button, heading, press } from './states.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

/** A family of two caregivers with long names, on one phone with its earphone. */
export const playTwoCaregivers: Journey = async (earshot, people, { look }) => {
  const { page: coach } = await people.invite({ hertz: COACH_HZ });
  const { page: phone } = await people.invite('the family', PHONE);
  await coach.goto(earshot.links.therapist);
  await heading('Sessions')(coach).waitFor();
  const { sessionId, link } = await planSession(coach, earshot);
  await coach.goto(earshot.url);
  await look(coach, 'start, long names');

  await openLink(phone, link);
  await lookAtFamilyCheck(phone, look);
  await heading('You are here, and everything works.')(phone).waitFor();
  await look(phone, 'phone, waiting without a coach');
  await coach.goto(`${earshot.url}/session/${sessionId}`);
  await passDeviceCheck(coach);
  await coach.getByRole('region', { name: 'Codes', exact: true }).waitFor();
  await look(coach, 'console, long names');
  await letIn(coach);
  await waitUntilSeenAndHeard(phone);
  await look(phone, 'phone, in');
  await nextStep(coach, /start check-in/i);
  await look(phone, 'phone, check-in');
  await press('Earphone')(phone);
  await look(phone, 'phone, earphone');
  await press('Done')(phone);
  await press(/check the earphone/i)(phone);
  await look(phone, 'phone, ear check');
  const who = phone.getByRole('button', { name: INVENTED_FAMILIES.long.caregiverNames[0] });
  if (await who.isVisible()) await who.click();
  await press(/play the tone/i)(phone);
  await press('Yes, I heard it')(phone);
  await button(/^(Done|Later|Try again)$/)(phone).waitFor();
  await look(phone, 'phone, ear check result');
  await press(/^(Done|Later)$/)(phone);
  await look(coach, 'console, two caregivers');

  await nextStep(coach, /start coding/i);
  await heading('Just play.')(phone).waitFor();
  await look(phone, 'phone, coding');
  await code(coach, '4433772');
  await hold(coach, /end coding early/i);
  await expect(coach.getByRole('button', { name: /start coding/i })).toBeVisible();
  await look(coach, 'console, two caregivers, coaching');
  await look(phone, 'phone, coaching');
  await coach.keyboard.press('s');
  await look(phone, 'phone, prompt');
  await nextStep(coach, /start coding/i);
  await heading('Just play.')(phone).waitFor();
  await hold(coach, /end coding early/i);
  await look(phone, 'phone, turn change');
  await look(coach, 'console, earphones on the other');
  await nextStep(coach, /feedback/i);
  await hold(coach, /close session/i);
  await heading('Thank you for playing.')(phone).waitFor();
  await look(phone, 'phone, closed');
};

async function planSession({ request }: Page, { url }: Earshot): Promise<{ sessionId: string; link: string }> {
  const post = async (route: string, data: object): Promise<unknown> =>
    (await request.post(url + route, { data })).json();
  const { familyId } = Family.parse(
    await post(pathOf('families:make'), { ...INVENTED_FAMILIES.long, childInitials: 'W' }),
  );
  const startsAt = new Date().toISOString();
  const { sessionId } = SessionSummary.parse(
    await post(pathOf('sessions:make'), { familyId, startsAt, stage: 'cdi-coach', treatmentPhase: 'cdi' }),
  );
  const { url: link } = JoinLink.parse(await post(pathOf('session-links:make', { sessionId }), {}));
  return { sessionId, link };
}
