import type { Page } from '@playwright/test';
import { JoinLink } from '#shared/protocol/http/link.ts';
import type { Earshot } from '../earshot.ts';
import { PHONE } from '../people.ts';
import { addVirtualAuthenticator } from '../trust/virtualAuthenticator.ts';
import { makeDiaryLink, openDiary, openLink } from '../steps.ts';
import type { Journey } from './look.ts';
import { button, heading, link, press, text } from './states.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

type Refusal = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError';
const REFUSALS: readonly Refusal[] = ['NotAllowedError', 'NotFoundError', 'NotReadableError'];

/** What a family sees before and after sessions: its diary, a used link, and each way a browser refuses a camera. */
export const lookAtFamilyPages: Journey = async (earshot, people, { look }) => {
  const { page: therapist } = await people.invite('nothing');
  await therapist.goto(earshot.links.therapist);
  await heading('Sessions')(therapist).waitFor();
  const diary = await makeDiaryLink(therapist, earshot);
  const join = await makeJoinLink(therapist, earshot);
  const { page: phone } = await people.invite('the family', PHONE);

  await openDiary(phone, diary);
  await button('Yes')(phone).waitFor();
  await look(phone, 'diary');
  await press('Yes')(phone);
  await text(/^Saved/)(phone).waitFor();
  await look(phone, 'diary, played');
  await press('We didn’t play')(phone);
  await button('No time')(phone).waitFor();
  await look(phone, 'diary, not played');
  await phone.context().setOffline(true);
  await press('No time')(phone);
  await text(/^Not sent yet/)(phone).waitFor();
  await look(phone, 'diary, not sent');
  await phone.context().setOffline(false);
  await press('Who looked at our record?')(phone);
  await heading('Who looked at your record')(phone).waitFor();
  await look(phone, 'diary, who looked');
  await link('What I agreed to')(phone).click();
  await heading('What I agreed to')(phone).waitFor();
  await look(phone, 'own consents');
  await phone.getByRole('region', { name: 'Research' }).getByRole('button', { name: 'No' }).click();
  await text('You said no.')(phone).waitFor();
  await look(phone, 'own consents, answered');
  await link('Back to my diary')(phone).click();

  await addVirtualAuthenticator(phone);
  await press('Keep a key')(phone);
  await button('Remove the key')(phone).waitFor();
  await look(phone, 'diary, key');
  await press('Close my diary on this phone')(phone);
  await look(phone, 'diary, closing');
  await press('Yes, close it')(phone);
  await heading('Your diary is closed on this phone.')(phone).waitFor();
  await look(phone, 'diary, closed');

  for (const refusal of REFUSALS) {
    await phone.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Refused.', name));
    }, refusal);
    if (refusal === REFUSALS[0]) await openLink(phone, join);
    else await phone.goto(`${earshot.url}/family`);
    await button('Try again')(phone).waitFor();
    await look(phone, `device check, family, ${refusal}`);
  }
  await openLink(therapist, join);
  await heading('This link no longer works')(therapist).waitFor();
  await look(therapist, 'join, used link');
  await therapist.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Refused.', 'NotAllowedError'));
  });
  await therapist.goto(earshot.url);
  await link(/^open/i)(therapist).click();
  await button('Try again')(therapist).waitFor();
  await look(therapist, 'device check, coach, NotAllowedError');
};

/** The link to today’s session. */
async function makeJoinLink(page: Page, { url }: Earshot): Promise<string> {
  const address = await link(/^open/i)(page).getAttribute('href');
  const sessionId = /session\/([\w-]+)/.exec(address ?? '')?.[1] ?? '';
  const made = await page.request.post(url + pathOf('session-links:make', { sessionId }));
  return JoinLink.parse(await made.json()).url;
}
