import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/people.ts';
import type { MissingFactor } from '#shared/domain/secondFactor.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { PUBLIC_URL } from './testing/anAuth.ts';
import { createFindDevice } from './findDevice.ts';
import { createIdentify } from './identify.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { nobodyAsked } from '#server/consents/testing/noAnswers.ts';
import { createTies } from './ties.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const LATER = new Date(NOW.getTime() + 3_600_000);

async function aClinic() {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const lead = await anAccount(db, 'therapist', 'Ida Berg');
  const session = await aSession(records, lead);
  const now = () => NOW;
  const canReturn = async () => false;
  const ties = createTies({
    records,
    consents: nobodyAsked,
    clinic: { today: async () => '2026-03-02', card: async () => ({ name: '', telephone: '', timeZone: 'UTC' }) },
  });
  const findDevice = createFindDevice({ records, canReturn, publicUrl: PUBLIC_URL, now });
  const identifyAs = (
    account: typeof lead | undefined,
    endsAt = new Date(NOW.getTime() + 1),
    missing: MissingFactor = 'none',
  ) => {
    const given = {
      lastEndsAt: endsAt,
      way: 'password',
      secondFactorAt: undefined,
      confirmedAt: undefined,
      seenAt: NOW,
    } as const;
    const signIn = account && { account, signInId: 'sign-in', endsAt, ...given };
    const secondFactors = { missingFrom: async () => missing };
    return createIdentify({
      auth: { findSignIn: async () => signIn },
      secondFactors,
      records,
      findDevice,
      canReturn,
      ties,
      now,
      denied: (who, { sessionId, familyId }) => denied.push({ by: who.userId, sessionId, familyId }),
    });
  };
  const denied: { readonly by: string; readonly sessionId: string; readonly familyId: string | null }[] = [];
  const accountOf = (role: Role) => anAccount(db, role, 'Someone Else');
  return { records, lead, session, identifyAs, accountOf, denied };
}

describe('staff', () => {
  test('[PER2] the lead therapist may join the session', async () => {
    const { lead, session, identifyAs } = await aClinic();
    const handshake = { as: 'staff', sessionId: session.sessionId } as const;
    expect(await identifyAs(lead)({ cookie: 'signed', handshake })).toEqual({
      as: 'staff',
      account: lead,
      signInId: 'sign-in',
      session,
    });
  });

  test.for([
    ['supervisor', true],
    ['therapist', false],
    ['admin', false],
  ] as const)('[PER2] a %s who does not lead the session may join it: %s', async ([role, allowed]) => {
    const { session, identifyAs, accountOf, denied } = await aClinic();
    const { sessionId, familyId } = session;
    const account = await accountOf(role);
    const identity = await identifyAs(account)({ cookie: 'signed', handshake: { as: 'staff', sessionId } });
    expect(identity !== undefined).toBe(allowed);
    // Rule ADT1: the audit is told who tried.
    expect(denied).toEqual(allowed ? [] : [{ by: account.userId, sessionId, familyId }]);
  });

  test('[PER5] a person whose sign-in has ended may not join unless they may come back', async () => {
    const { lead, session, identifyAs } = await aClinic();
    const handshake = { as: 'staff', sessionId: session.sessionId } as const;
    expect(await identifyAs(lead, NOW)({ cookie: 'signed', handshake })).toBeUndefined();
  });

  test.for(['give', 'set-up'] as const)(
    '[PER11] a person who still has to %s a second factor may not join',
    async (missing) => {
      const { lead, session, identifyAs } = await aClinic();
      const handshake = { as: 'staff', sessionId: session.sessionId } as const;
      const later = new Date(NOW.getTime() + 1);
      expect(await identifyAs(lead, later, missing)({ cookie: 'signed', handshake })).toBeUndefined();
    },
  );

  test('without a sign-in, or for a session that does not exist, nobody may join', async () => {
    const { lead, session, identifyAs } = await aClinic();
    const handshake = { as: 'staff', sessionId: session.sessionId } as const;
    expect(await identifyAs(undefined)({ cookie: undefined, handshake })).toBeUndefined();
    const elsewhere = { as: 'staff', sessionId: randomUUID() } as const;
    expect(await identifyAs(lead)({ cookie: 'signed', handshake: elsewhere })).toBeUndefined();
  });
});

describe('devices', () => {
  const handshake = { as: 'device' } as const;

  test('a device may join the session of its link', async () => {
    const { records, session, identifyAs } = await aClinic();
    const link = await records.makeLink({
      sessionId: session.sessionId,
      kind: 'family',
      wearer: null,
      now: NOW,
      expiresAt: LATER,
    });
    const redeemed = await records.redeemLink(link.secret, NOW);
    const cookie = `theme=dark; earshot_device=${redeemed?.credential ?? ''}`;
    const identity = await identifyAs(undefined)({ cookie, handshake });
    expect(identity).toEqual({ as: 'device', device: redeemed?.device, session });
  });

  test('a revoked device, a wrong credential and no cookie identify nobody', async () => {
    const { records, session, identifyAs } = await aClinic();
    const link = await records.makeLink({
      sessionId: session.sessionId,
      kind: 'family',
      wearer: null,
      now: NOW,
      expiresAt: LATER,
    });
    const redeemed = (await records.redeemLink(link.secret, NOW))!;
    await records.revokeDevice(redeemed.device.deviceId, NOW);
    for (const cookie of [`earshot_device=${redeemed.credential}`, 'earshot_device=guess', undefined]) {
      expect(await identifyAs(undefined)({ cookie, handshake })).toBeUndefined();
    }
  });

  test('a signed-in member of staff is not a device', async () => {
    const { lead, identifyAs } = await aClinic();
    expect(await identifyAs(lead)({ cookie: 'signed', handshake })).toBeUndefined();
  });
});
