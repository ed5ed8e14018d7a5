import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONSENT_WORDINGS, type ConsentPurpose } from '#shared/domain/consent/consentPurposes.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { OwnConsents } from '#shared/protocol/http/ownConsents.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { EntryId } from '#shared/protocol/ids.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

/** A family whose only caregiver is a guardian and has their own page open. */
async function anOwnPage() {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor Haddad');
  const { sessionId, familyId, caregivers } = await clinic.aSessionOf(noor);
  const maria = caregivers[0]!.caregiverId;
  const staff = (body: FamilyEntry) => clinic.ask('POST', pathOf('family:enter', { familyId }), body, { as: noor });
  await staff({ type: 'guardians.name', caregivers: [maria], reason: null });
  const link = await clinic.ask('POST', pathOf('diary-links:make', { familyId }), { caregiverId: maria }, { as: noor });
  const secret = new URL((link.answer as { url: string }).url).hash.slice(1);
  const opened = await clinic.ask('POST', pathOf('diary:open'), { secret });
  const cookie = opened.cookies[0]!.split(';')[0]!;
  const answer = (purpose: ConsentPurpose, said: 'given' | 'refused' | 'withdrawn', more: object = {}) =>
    clinic.ask(
      'POST',
      pathOf('own-consents:answer'),
      {
        entryId: randomUUID(),
        caregiverId: maria,
        purpose,
        about: 'me',
        answer: said,
        wording: CONSENT_WORDINGS[purpose].version,
        assent: null,
        ...more,
      },
      { cookie },
    );
  const read = async () => {
    const { own, forChild } = OwnConsents.parse(
      (await clinic.ask('GET', pathOf('own-consents:read'), undefined, { cookie })).answer,
    );
    const standing = (list: typeof own, purpose: ConsentPurpose) => list.find((one) => one.purpose === purpose)!.is;
    return {
      mine: (purpose: ConsentPurpose) => standing(own, purpose),
      child: (purpose: ConsentPurpose) => standing(forChild!, purpose),
    };
  };
  const spoken = (purpose: ConsentPurpose, said: 'given' | 'refused'): FamilyEntry => ({
    type: 'consent.answer',
    entryId: EntryId.parse(randomUUID()),
    purpose,
    about: maria,
    saidBy: maria,
    answer: said,
    how: 'spoken',
    wording: CONSENT_WORDINGS[purpose].version,
    until: said === 'given' ? '2027-03-01' : null,
    assent: null,
  });
  return { clinic: { ...clinic, sessionId }, noor, familyId, maria, staff, answer, read, spoken, cookie };
}

test('[CNS1] a caregiver gives, refuses and takes back on their own page, for themselves and as a guardian for the child', async () => {
  const { answer, read } = await anOwnPage();
  expect((await read()).mine('record-room')).toBe('not-asked');
  expect((await answer('record-room', 'given')).status).toBe(200);
  expect((await answer('record-room', 'given', { about: 'child', assent: 'agrees' })).status).toBe(200);
  expect((await answer('research', 'refused')).status).toBe(200);
  expect((await answer('record-room', 'withdrawn')).status).toBe(200);
  const now = await read();
  expect([now.mine('record-room'), now.child('record-room'), now.mine('research')]).toEqual([
    'withdrawn',
    'given',
    'refused',
  ]);
});

test('[CNS1] a yes for the child notes the child’s own wish, and nothing is withdrawn that was not given', async () => {
  const { answer } = await anOwnPage();
  expect((await answer('record-room', 'given', { about: 'child', assent: null })).status).toBe(422);
  expect((await answer('record-room', 'withdrawn')).status).toBe(422);
  expect((await answer('record-room', 'given', { wording: 99 })).status).toBe(422);
});

test('[CNS2] what a caregiver refused on their own page, staff cannot turn into a yes', async () => {
  const { answer, staff, spoken, read } = await anOwnPage();
  expect((await staff(spoken('supervision', 'refused'))).status).toBe(200);
  expect((await staff(spoken('supervision', 'given'))).status).toBe(200);
  await answer('supervision', 'withdrawn');
  expect((await staff(spoken('supervision', 'given'))).status).toBe(422);
  expect((await read()).mine('supervision')).toBe('withdrawn');
  expect((await answer('supervision', 'given')).status).toBe(200);
});

test('[CNS2] staff cannot enter an answer as if it came from the caregiver’s own page, nor withdraw one as a mistake', async () => {
  const { answer, staff, spoken, clinic, familyId } = await anOwnPage();
  expect((await staff({ ...spoken('live', 'given'), how: 'own-page' } as FamilyEntry)).status).toBe(422);
  await answer('live', 'refused');
  const facts = await clinic.familyLog.read(familyId);
  const refusal = facts.findLast(({ entry }) => entry.type === 'consent.answer')!.entry as { entryId: EntryId };
  const taken = { type: 'entry.withdraw', entry: refusal.entryId, reason: 'A mistake.' } as const;
  expect((await staff(taken)).status).toBe(422);
});

test('[CNS1] another caregiver’s page, or none, answers nothing', async () => {
  const { answer, clinic } = await anOwnPage();
  expect((await answer('live', 'given', { caregiverId: randomUUID() })).status).toBe(403);
  expect((await clinic.ask('GET', pathOf('own-consents:read'))).status).toBe(401);
});

test('[CNS4] after a no to sessions by video none can be planned', async () => {
  const { answer, clinic, familyId, noor } = await anOwnPage();
  await answer('live', 'refused');
  const body = { familyId, startsAt: '2026-12-01T10:00:00.000Z' };
  expect(await clinic.ask('POST', pathOf('sessions:make'), body, { as: noor })).toMatchObject({ status: 409 });
});

test('[CNS2] a guardian who said no for the child is removed only with a reason', async () => {
  const { answer, staff, clinic, familyId } = await anOwnPage();
  const guardians = (reason: string | null) => staff({ type: 'guardians.name', caregivers: [], reason });
  await answer('live', 'refused', { about: 'child' });
  expect((await guardians(null)).status).toBe(422);
  expect((await guardians('The court decided so.')).status).toBe(200);
  const { entry } = (await clinic.familyLog.read(familyId)).at(-1)!;
  expect(entry).toMatchObject({ type: 'guardians.name', reason: 'The court decided so.' });
});

test('[CNS4] after a no to supervision a supervisor may not watch live, and the therapist still may', async () => {
  const { answer, clinic, noor } = await anOwnPage();
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const session = (await clinic.records.findSession(clinic.sessionId))!;
  const watch = async () => [await clinic.ties.mayWatch(noor, session), await clinic.ties.mayWatch(ada, session)];
  expect(await watch()).toEqual([true, true]);
  await answer('supervision', 'refused');
  expect(await watch()).toEqual([true, false]);
  await answer('supervision', 'given');
  expect(await watch()).toEqual([true, true]);
});
