import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { aDatabase } from './testing/aDatabase.ts';
import { anAccount, aSession } from './testing/records.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { keysOf } from './testing/keysOf.ts';

const NOW = new Date('2026-03-02T09:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

async function aClinic(caregiverNames = ['Nora Lark', 'Jon Lark']) {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const lead = await anAccount(db);
  const session = await aSession(records, lead, { caregiverNames });
  const familyLink = () =>
    records.makeLink({
      sessionId: session.sessionId,
      kind: 'family',
      wearer: null,
      now: NOW,
      expiresAt: later(DAY_MS),
    });
  return { db, records, lead, session, familyLink };
}

describe('people, families and sessions', () => {
  test('names from before they were checked come out clean, in families and sessions alike', async () => {
    const db = await aDatabase();
    const records = createSqlRecords(db, keysOf(db));
    const lead = await anAccount(db, 'therapist', 'Zoe\u0308 \u202eBerg');
    const plan = { name: '\u200b', childInitials: ' T.\u200b', caregiverNames: [' Nora\u2066 Lark'] };
    const { sessionId, familyId } = await aSession(records, lead, plan);
    const clean = { childInitials: 'T.', caregivers: [{ name: 'Nora Lark' }] };
    expect(await records.findFamily(familyId)).toMatchObject({ ...clean, name: '–' });
    expect(await records.findSession(sessionId)).toMatchObject({ ...clean, familyName: '–', leadName: 'Zoë Berg' });
  });

  test('a clinic has nobody until somebody is registered', async () => {
    const db = await aDatabase();
    const records = createSqlRecords(db, keysOf(db));
    expect(await records.hasAccounts()).toBe(false);
    const account = await anAccount(db, 'admin');
    expect(await records.hasAccounts()).toBe(true);
    expect(await records.listAccounts()).toEqual([
      { ...account, standing: 'active', invitedUntil: null, secondFactors: [] },
    ]);
  });

  test('a family keeps its caregivers in the order in which it named them', async () => {
    const { records, session } = await aClinic(['Zoe', 'Adam']);
    const [family] = await records.listFamilies();
    expect(family?.caregivers.map(({ name }) => name)).toEqual(['Zoe', 'Adam']);
    expect(session.caregivers).toEqual(family?.caregivers);
  });

  test('a session is found with its family and its lead', async () => {
    const { records, lead, session } = await aClinic();
    expect(await records.findSession(session.sessionId)).toEqual(session);
    expect(session).toMatchObject({
      familyName: 'Lark family',
      childInitials: 'T.',
      lead: lead.userId,
      leadName: lead.name,
    });
    expect(session.startsAt).toEqual(NOW);
    expect(await records.findSession(SessionId.parse(randomUUID()))).toBeUndefined();
  });

  test('a session of an unknown family is not created', async () => {
    const { records, lead, session } = await aClinic();
    const plan = { ...session, familyId: FamilyId.parse(randomUUID()), madeBy: lead.userId };
    expect(await records.makeSession(plan)).toBeUndefined();
  });

  test('[PER9] sessions are listed for their therapists only or for all, latest first', async () => {
    const { db, records, lead, session } = await aClinic();
    const other = await anAccount(db, 'therapist', 'Omar Hale');
    const next = await aSession(records, other, { startsAt: later(DAY_MS) });
    const ids = async (of?: typeof lead) => {
      const seenBy = of && { person: of, today: '2026-03-02' };
      return (await records.listSessions(seenBy)).map(({ sessionId }) => sessionId);
    };
    expect(await ids()).toEqual([next.sessionId, session.sessionId]);
    expect(await ids(lead)).toEqual([session.sessionId]);
  });
});

describe('links and devices', () => {
  test('a link makes one device, once', async () => {
    const { records, session, familyLink } = await aClinic();
    const { secret } = await familyLink();
    const redeemed = await records.redeemLink(secret, NOW);
    expect(redeemed?.device).toMatchObject({
      sessionId: session.sessionId,
      kind: 'combined',
      wearer: null,
    });
    expect(await records.redeemLink(secret, NOW)).toBeUndefined();
  });

  test('of two simultaneous redemptions of a link one gets the device', async () => {
    const { records, familyLink } = await aClinic();
    const { secret } = await familyLink();
    const redeemed = await Promise.all([records.redeemLink(secret, NOW), records.redeemLink(secret, NOW)]);
    expect(redeemed.filter(Boolean)).toHaveLength(1);
  });

  test('an unknown link is not valid', async () => {
    const { records } = await aClinic();
    expect(await records.redeemLink('not a secret of ours', NOW)).toBeUndefined();
  });

  test('a link opens a device until its end, and not after', async () => {
    const { records, familyLink } = await aClinic();
    const [first, second] = [await familyLink(), await familyLink()];
    expect(first.expiresAt).toEqual(later(DAY_MS));
    expect(await records.redeemLink(first.secret, later(DAY_MS - 1))).toBeDefined();
    expect(await records.redeemLink(second.secret, later(DAY_MS))).toBeUndefined();
  });

  test('an ear belongs to the caregiver that it was paired for', async () => {
    const { records, session } = await aClinic();
    const wearer = session.caregivers[1]!.caregiverId;
    const { secret } = await records.makeLink({
      sessionId: session.sessionId,
      kind: 'ear',
      wearer,
      now: NOW,
      expiresAt: later(DAY_MS),
    });
    expect((await records.redeemLink(secret, NOW))?.device).toMatchObject({
      kind: 'ear',
      wearer,
    });
  });

  test('an only caregiver wears the device from the start', async () => {
    const { records, session, familyLink } = await aClinic(['Nora Lark']);
    const redeemed = await records.redeemLink((await familyLink()).secret, NOW);
    expect(redeemed?.device.wearer).toBe(session.caregivers[0]?.caregiverId);
  });

  test('a device is found by its credential until it is revoked', async () => {
    const { records, familyLink } = await aClinic();
    const { device, credential } = (await records.redeemLink((await familyLink()).secret, NOW))!;
    expect(await records.findDevice(credential)).toEqual(device);
    expect(await records.findDevice(`${credential}x`)).toBeUndefined();
    await records.revokeDevice(device.deviceId, NOW);
    expect(await records.findDevice(credential)).toBeUndefined();
  });

  test('a device says when its day is over', async () => {
    const { records, familyLink } = await aClinic();
    const { device, credential } = (await records.redeemLink((await familyLink()).secret, NOW))!;
    expect(device.expiresAt).toEqual(later(DAY_MS));
    expect((await records.findDevice(credential))?.expiresAt).toEqual(later(DAY_MS));
  });

  test('a device’s kind and wearer can change', async () => {
    const { records, session, familyLink } = await aClinic();
    const { device, credential } = (await records.redeemLink((await familyLink()).secret, NOW))!;
    const wearer = session.caregivers[1]!.caregiverId;
    await records.setDeviceKind(device.deviceId, 'room');
    await records.setDeviceWearer(device.deviceId, wearer);
    expect(await records.findDevice(credential)).toMatchObject({ kind: 'room', wearer });
  });

  test('no secret is stored unhashed', async () => {
    const { db, records, familyLink } = await aClinic();
    const { secret } = await familyLink();
    const redeemed = await records.redeemLink(secret, NOW);
    const links = await db.selectFrom('join_links').selectAll().execute();
    const devices = await db.selectFrom('devices').selectAll().execute();
    expect(JSON.stringify([links, devices])).not.toContain(secret);
    expect(JSON.stringify([links, devices])).not.toContain(redeemed?.credential);
  });
});
