import { expect, test } from 'vitest';
import { Diary } from '#shared/protocol/http/diary.ts';
import { DiaryLink, Family } from '#shared/protocol/http/families.ts';
import { ListedDiaryLink } from '#shared/protocol/http/link.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import type { PasskeyRequest, PasskeyToMake } from '#shared/protocol/webAuthn.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { aSoftPasskey } from '#server/auth/testing/aSoftPasskey.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

/** A family, and Nora, who keeps a passkey in the diary that her link opened. */
async function aDiary() {
  const clinic = await anHttpClinic();
  const { ask } = clinic;
  const as = await clinic.aPerson('therapist', 'Ida Berg');
  const plan = { name: 'Lark', childInitials: 'T.', caregiverNames: ['Nora', 'Jon'], childBirthMonth: '2021-05' };
  const family = Family.parse((await ask('POST', pathOf('families:make'), plan, { as })).answer);
  const { familyId } = family;
  const [nora, jon] = family.caregivers;

  async function openByLink(caregiver = nora) {
    const asked = { caregiverId: caregiver?.caregiverId };
    const { answer } = await ask('POST', pathOf('diary-links:make', { familyId }), asked, { as });
    const secret = new URL(DiaryLink.parse(answer).url).hash.slice(1);
    return cookieFrom((await ask('POST', pathOf('diary:open'), { secret })).cookies);
  }
  const begin = async (cookie: string) =>
    (await ask('POST', pathOf('diary-passkey:begin'), undefined, { cookie })).answer as PasskeyToMake;
  const add = (cookie: string, proof: object) => ask('POST', pathOf('diary-passkey:add'), proof, { cookie });
  const askToOpen = async () => (await ask('POST', pathOf('diary-sign-in:begin'))).answer as PasskeyRequest;
  const openByPasskey = (proof: object) => ask('POST', pathOf('diary-sign-in:give'), proof);
  const read = (cookie: string) => ask('GET', pathOf('diary:read'), undefined, { cookie });

  const passkey = aSoftPasskey();
  const cookie = await openByLink();
  const kept = passkey.make(await begin(cookie));
  return {
    ...clinic,
    as,
    familyId,
    jon,
    passkey,
    cookie,
    kept,
    openByLink,
    begin,
    add,
    askToOpen,
    openByPasskey,
    read,
  };
}

test('[PER18] a caregiver keeps a passkey, which opens their own diary in another browser', async () => {
  const { begin, add, kept, cookie, read, askToOpen, openByPasskey, passkey } = await aDiary();
  expect(await begin(cookie)).toMatchObject({ user: { name: 'Nora' }, rp: { id: 'localhost' } });
  expect(Diary.parse((await read(cookie)).answer).hasPasskey).toBe(false);
  expect((await add(cookie, kept)).status).toBe(200);
  expect(Diary.parse((await read(cookie)).answer).hasPasskey).toBe(true);
  const opened = await openByPasskey(passkey.sign(await askToOpen()));
  expect(opened.status).toBe(200);
  expect(Diary.parse((await read(cookieFrom(opened.cookies))).answer)).toMatchObject({ caregiverName: 'Nora' });
});

test('[PER18] withdrawing the link ends the passkey and every diary that it opened', async () => {
  const { ask, as, familyId, add, kept, cookie, read, askToOpen, openByPasskey, passkey } = await aDiary();
  await add(cookie, kept);
  const other = cookieFrom((await openByPasskey(passkey.sign(await askToOpen()))).cookies);
  const listed = (await ask('GET', pathOf('diary-links:list', { familyId }), undefined, { as })).answer;
  const [link] = ListedDiaryLink.array().parse(listed);
  await ask('POST', pathOf('diary-links:withdraw', { familyId, linkId: link!.linkId }), undefined, { as });
  expect((await read(other)).status).toBe(401);
  expect((await openByPasskey(passkey.sign(await askToOpen()))).status).toBe(401);
});

test('[PER18] the caregiver removes it, and other caregivers keep theirs', async () => {
  const { ask, jon, openByLink, begin, add, kept, cookie, askToOpen, openByPasskey, passkey } = await aDiary();
  await add(cookie, kept);
  const his = aSoftPasskey();
  const asJon = await openByLink(jon);
  await add(asJon, his.make(await begin(asJon)));
  expect((await ask('DELETE', pathOf('diary-passkey:remove'), undefined, { cookie })).status).toBe(200);
  expect((await openByPasskey(passkey.sign(await askToOpen()))).status).toBe(401);
  expect((await openByPasskey(his.sign(await askToOpen()))).status).toBe(200);
});

test('[PER18] what was made for one caregiver, or for staff, is not kept for another', async () => {
  const { ask, jon, openByLink, add, kept, cookie, passkey, askToOpen, openByPasskey } = await aDiary();
  expect((await add(await openByLink(jon), kept)).status).toBe(422);
  expect((await add('', kept)).status).toBe(401);
  await add(cookie, kept);
  const staff = (await ask('POST', pathOf('passkey-sign-in:begin'))).answer as PasskeyRequest;
  expect((await openByPasskey(passkey.sign(staff))).status).toBe(401);
  expect((await ask('POST', pathOf('passkey-sign-in:give'), passkey.sign(await askToOpen()))).status).toBe(401);
});
