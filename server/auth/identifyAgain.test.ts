import { expect, test } from 'vitest';
import { anHttpClinic, NOW } from '#server/http/testing/anHttpClinic.ts';
import { cookieFrom } from './testing/anAuth.ts';
import { type Admitted, createIdentifyAgain } from './identifyAgain.ts';

test('[PER7] a file about a whole family is for those who still see the family', async () => {
  const { auth, records, ties, aPerson, aSessionOf, db } = await anHttpClinic();
  const noor = await aPerson('therapist', 'Noor');
  const { familyId } = await aSessionOf(noor);
  const identifyAgain = createIdentifyAgain({
    ...{ auth, records, ties },
    secondFactors: { missingFrom: async () => 'none' },
    canReturn: async () => false,
    now: () => NOW,
  });
  const signIn = (await auth.findCurrentSignIn(cookieFrom(await auth.signInAs(noor.userId))))!;
  const reader: Admitted = {
    ...{ as: 'staff', signInId: signIn.signInId, userId: noor.userId, role: 'therapist', staysIn: false },
    ...{ sessionId: undefined, familyId },
  };
  expect(await identifyAgain(reader)).toBeInstanceOf(Date);
  await db.updateTable('family_therapists').set({ ended_at: NOW.toISOString(), ended_by: noor.userId }).execute();
  expect(await identifyAgain(reader)).toBeUndefined();
  expect(await identifyAgain({ ...reader, familyId: undefined })).toBeInstanceOf(Date);
});
