import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { Device } from '#shared/protocol/http/devices.ts';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import { anAuth, cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { aSessionWith, knockedBefore } from '#server/demo/testing/aPastSession.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { aDatabase, aDatabaseFile } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { realTime } from '#server/time/time.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';
import { anApp } from './anApp.ts';

/** A clinic's time zone, when its session begins (ISO 8601), and which day that is in the clinic. */
type Place = { readonly timeZone: string; readonly startsAt: string; readonly day: string };

/** When the clinic looks at its session again: an hour later, on the same evening. */
export const LATER_MS = 3_600_000;

/** How long before its beginning a session was planned to begin, in ms. */
const LATE_MS = 20 * 60_000;

/** How long before it the family's phone tried its link, in ms. */
const EVENING_BEFORE_MS = 15 * 3_600_000;

/**
 * A clinic with one family who played and was coded in the scene and logged today's practice, so that it has a record.
 */
export async function aClinicInZone({ timeZone, startsAt, day }: Place) {
  vi.stubEnv('TZ', 'UTC');
  const file = aDatabaseFile();
  const db = await aDatabase(file);
  const keys = keysIn(dirname(file), db);
  const [records, auth, factLog, familyLog] = [
    createSqlRecords(db, keys),
    anAuth(db),
    createSqlFactLog(db, keys),
    createSqlFamilyLog(db, keys),
  ];
  const began = new Date(startsAt);
  const [noor, ada, tess] = [
    await anAccount(db, 'therapist', 'Noor'),
    await anAccount(db, 'supervisor', 'Ada'),
    await anAccount(db, 'admin', 'Tess'),
  ];
  await records.writeClinicSettings({ name: 'Lark Clinic', telephone: '555 0100', timeZone }, tess.userId, began);
  const session = await aSession(records, noor, {
    startsAt: new Date(began.getTime() - LATE_MS),
    childBirthMonth: '2021-09',
    stage: 'cdi-coach',
    treatmentPhase: 'cdi',
  });
  const { sessionId, familyId, caregivers } = session;
  const caregiver = caregivers[0];
  if (caregiver === undefined) throw new Error('A family has a caregiver.');
  const time = { ...realTime, wallNow: () => began.getTime() + LATER_MS };
  const app = await anApp(db, { records, auth, factLog, familyLog, time, recordings: await aFileStore(db) }, keys);
  onTestFinished(app.close);
  const asNoor = cookieFrom(await auth.signInAs(noor.userId));
  const asAda = cookieFrom(await auth.signInAs(ada.userId));
  const asTess = cookieFrom(await auth.signInAs(tess.userId));

  async function ask(url: string, body?: object, cookie = asNoor) {
    const response = await app.http.inject({
      method: body ? 'POST' : 'GET',
      url,
      ...(body && { payload: body }),
      headers: { cookie, origin: PUBLIC_URL },
    });
    const { statusCode: status, headers, body: text, rawPayload: bytes } = response;
    return { status, headers, text, bytes, cookies: [headers['set-cookie'] ?? []].flat() };
  }

  async function well(asked: ReturnType<typeof ask>) {
    const answer = await asked;
    if (answer.status >= 300) throw new Error(answer.text);
    return answer;
  }
  const secretOf = (text: string) => new URL(JoinLink.parse(JSON.parse(text)).url).hash.slice(1);

  // A phone joins while its link is valid and a diary is opened. Then the session takes place.
  const link = await well(ask(pathOf('session-links:make', { sessionId }), {}));
  const redeemed = await well(ask(pathOf('device:join'), { secret: secretOf(link.text) }, ''));
  const asPhone = cookieFrom(redeemed.cookies);
  const diaryLink = await well(ask(pathOf('diary-links:make', { familyId }), { caregiverId: caregiver.caregiverId }));
  const asParent = cookieFrom(
    (await well(ask(pathOf('diary:open'), { secret: secretOf(diaryLink.text) }, ''))).cookies,
  );
  const { deviceId } = Device.parse(JSON.parse(redeemed.text));
  const held = aSessionWith({ ...session, startsAt: began }, deviceId);
  await factLog.append(sessionId, knockedBefore(held, deviceId, EVENING_BEFORE_MS));

  const entries = [
    { type: 'stage.enter', stage: 'cdi-coach', caregiverId: null, override: { reason: 'Taught elsewhere.' } },
    {
      type: 'measure.record',
      entryId: randomUUID(),
      measureId: 'ecbi-intensity',
      caregiverId: caregiver.caregiverId,
      on: day,
      total: 140,
    },
    { type: 'session.miss', on: day, why: 'Came an hour late.' },
  ];
  for (const entry of entries) await well(ask(pathOf('family:enter', { familyId }), entry));
  const noted = { on: day, minutes: 5, obstacle: null, praises: 4 };
  const { caregiverId } = caregiver;
  await well(ask(pathOf('diary:write'), { ...noted, caregiverId, entryId: randomUUID() }, asParent));
  const sheet = {
    telephone: '555 0101',
    address: 'Elm Street 4',
    atHome: '',
    emergencyName: 'Jo',
    emergencyTelephone: '555 0102',
    emergencyService: '',
  };
  await well(ask(pathOf('safety-sheet:write', { familyId }), sheet));
  const blindCoding = {
    type: 'coding.start',
    codingId: CodingId.parse(randomUUID()),
    windowId: windowOf(await factLog.read(sessionId)),
  };
  await well(ask(pathOf('review:write', { sessionId }), blindCoding, asAda));

  return {
    sessionId,
    familyId,
    folder: dirname(file),
    ask,
    /** Every answer that may contain a day, by its address. */
    async allAnswers() {
      const asked = [
        [pathOf('clinic:read'), asNoor],
        [pathOf('clinic-settings:read'), asTess],
        [pathOf('families:list'), asNoor],
        [pathOf('family:read', { familyId }), asNoor],
        [pathOf('safety-sheet:read', { familyId }), asNoor],
        [pathOf('sessions:list'), asNoor],
        [pathOf('session:read', { sessionId }), asNoor],
        [pathOf('session-report:read', { sessionId }), asNoor],
        [pathOf('recording:read', { sessionId }), asNoor],
        [pathOf('reviews:list'), asAda],
        [pathOf('review:read', { sessionId }), asNoor],
        [pathOf('programs:list'), asNoor],
        [pathOf('people:list'), asTess],
        [pathOf('diary:read'), asParent],
        [pathOf('device:read'), asPhone],
        [pathOf('device-cards:read'), asPhone],
      ] as const;
      const answers = new Map<string, { status: number; text: string }>();
      for (const [url, cookie] of asked) answers.set(url, await ask(url, undefined, cookie));
      return answers;
    },
  };
}

function windowOf(facts: readonly unknown[]) {
  const coded = facts.find((fact) => z.object({ type: z.literal('coding.started') }).safeParse(fact).success);
  return z.object({ windowId: z.string() }).parse(coded).windowId;
}
