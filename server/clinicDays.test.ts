import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { Device } from '#shared/protocol/http/devices.ts';
import { Diary } from '#shared/protocol/http/diary.ts';
import { FamilyRecord } from '#shared/protocol/http/families.ts';
import { JoinLink } from '#shared/protocol/http/link.ts';
import { SessionReport } from '#shared/protocol/http/report.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import { courseOf } from '#shared/course/courseOf.ts';
import { anAuth, cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { commands } from './cli/commands.ts';
import { runCommand } from './cli/runCommand.ts';
import { createApp } from './createApp.ts';
import { aSessionWith, knockedBefore } from '#server/demo/testing/aPastSession.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { createPracticeClips } from './practice/practiceClips.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { realTime } from '#server/time/time.ts';
import { aDatabase, aDatabaseFile, aFolder } from '#server/storage/testing/aDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlFactLog } from './storage/sqlFactLog.ts';
import { createSqlFamilyLog } from './storage/sqlFamilyLog.ts';
import { createSqlRecords } from './storage/sqlRecords.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

/** The day in the clinic, at a moment, and what UTC, the server's zone, calls that day. */
const SCENES = [
  {
    of: 'an evening in Los Angeles',
    timeZone: 'America/Los_Angeles',
    startsAt: '2026-03-04T03:30:00.000Z',
    day: '2026-03-03',
    foreign: '2026-03-04',
    offsets: ['-08:00'],
  },
  {
    of: 'a Saturday morning in Sydney',
    timeZone: 'Australia/Sydney',
    startsAt: '2026-03-06T22:00:00.000Z',
    day: '2026-03-07',
    foreign: '2026-03-06',
    offsets: ['+11:00'],
  },
  {
    of: 'a night in Sydney in which summer time begins in mid-session',
    timeZone: 'Australia/Sydney',
    startsAt: '2026-10-03T15:50:00.000Z',
    day: '2026-10-04',
    foreign: '2026-10-03',
    offsets: ['+10:00', '+11:00'],
  },
  {
    of: 'a night in Los Angeles in which summer time ends in mid-session, just after midnight in UTC',
    timeZone: 'America/Los_Angeles',
    startsAt: '2026-11-01T08:50:00.000Z',
    day: '2026-11-01',
    foreign: undefined,
    offsets: ['-07:00', '-08:00'],
  },
] as const;

type Scene = (typeof SCENES)[number];

/** When the clinic looks at its session again: an hour later, on the same evening. */
const LATER_MS = 3_600_000;

/** How long before its beginning a session was planned to begin, in ms. */
const LATE_MS = 20 * 60_000;

/** How long before it the family's phone tried its link, in ms. */
const EVENING_BEFORE_MS = 15 * 3_600_000;

test("the server's process is in another zone than either clinic", () => {
  vi.stubEnv('TZ', 'UTC');
  expect(new Date('2026-03-04T03:30:00Z').getHours()).toBe(3);
});

describe.each(SCENES)('$of', (scene) => {
  test('has the clinic’s day in every answer over HTTP', async () => {
    const clinic = await aClinic(scene);
    const answers = await clinic.allAnswers();
    for (const [url, { status, text }] of answers) {
      expect([200, 204], `${url}: ${text}`).toContain(status);
      expect(foreignDaysIn(text.replaceAll(EMPTY_DIARY_DAY, ''), scene), url).toEqual([]);
    }
    const diary = Diary.parse(JSON.parse(answers.get(pathOf('diary:read'))?.text ?? ''));
    expect(diary.today).toBe(scene.day);
    expect(diary.days.find(({ on }) => on === scene.day)).toMatchObject({ minutes: 5 });
    expect(diary.card?.on).toBe(scene.day);
    const report = SessionReport.parse(
      JSON.parse(answers.get(pathOf('session-report:read', { sessionId: clinic.sessionId }))?.text ?? ''),
    );
    expect(clinicDay(report.startedAt, scene.timeZone)).toBe(scene.day);
    expect(diary.card?.practice.days).toBe(1);
  });

  test('has the clinic’s day in the course, its measures and its alerts', async () => {
    const clinic = await aClinic(scene);
    const record = FamilyRecord.parse(
      JSON.parse((await clinic.ask(pathOf('family:read', { familyId: clinic.familyId }))).text),
    );
    const view = courseOf(record, PCIT, scene.day);
    expect(foreignDaysIn(JSON.stringify(view), scene)).toEqual([]);
    expect(JSON.stringify(view)).toContain(scene.day);
  });

  test.each(EXPORT_FORMATS)("has the clinic’s day in %s and in the file's name", async (format) => {
    const clinic = await aClinic(scene);
    const { status, headers, bytes } = await clinic.ask(pathOf('exports:make', { sessionId: clinic.sessionId }), {
      format,
    });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toContain(`"earshot-${scene.day}-`);
    const text = format === 'pdf' ? pdfText(bytes) : bytes.toString('utf8');
    expectClinicDays(text, scene);
    if (SAYS_THE_DAY.has(format)) expect(text).toContain(scene.day);
  });

  test.each(EXPORT_FORMATS)('has the clinic’s day in %s made from a terminal', async (format) => {
    const clinic = await aClinic(scene);
    const out = join(aFolder(), 'out');
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const code = await runCommand(commands, ['export', clinic.sessionId, '--format', format, '--out', out], {
      env: { EARSHOT_DATA: clinic.folder },
      print: say,
      complain: say,
    });
    expect(code, said.join('\n')).toBe(0);
    const text = format === 'pdf' ? pdfText(readFileSync(out)) : readFileSync(out, 'utf8');
    expectClinicDays(text, scene);
    if (SAYS_THE_DAY.has(format)) expect(text).toContain(scene.day);
  });
});

/** A diary lists every day of the week, most of them empty. */
const EMPTY_DIARY_DAY = /\{"on":"[0-9-]+","minutes":null[^}]*\}/g;

/** The other formats have session time only. */
const SAYS_THE_DAY: ReadonlySet<string> = new Set(['csv', 'transcript', 'eaf', 'boris', 'fhir', 'pdf']);

/** Fields with moments in UTC, which end in Z, instead of the clinic's day. */
function foreignDaysIn(text: string, { foreign }: Scene): readonly string[] {
  if (foreign === undefined) return [];
  return [...text.matchAll(new RegExp(`.{0,60}${foreign}(?!T[0-9:.]+Z).{0,20}`, 'g'))].map(([found]) => found);
}

/** Files have no day but the clinic's, in any spelling, and every moment with the clinic's offset at that time. */
function expectClinicDays(text: string, scene: Scene) {
  if (scene.foreign !== undefined) for (const spelt of spellings(scene.foreign)) expect(text).not.toContain(spelt);
  const from = Date.parse(scene.startsAt);
  for (const [moment] of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g)) {
    const ms = Date.parse(moment) - from;
    // The file from a terminal is made now, on whatever day that is.
    if (ms > LATER_MS) continue;
    expect(ms, moment).toBeGreaterThanOrEqual(0);
    expect(
      scene.offsets.some((offset) => moment.endsWith(offset)),
      moment,
    ).toBe(true);
  }
}

function spellings(day: string): readonly string[] {
  const at = new Date(`${day}T12:00Z`);
  const styles = ['short', 'long', 'numeric', '2-digit'] as const;
  const said = ['en-US', 'en-GB'].flatMap((locale) =>
    styles.map((month) =>
      at.toLocaleDateString(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        month,
        day: month === '2-digit' ? '2-digit' : 'numeric',
      }),
    ),
  );
  return [day, ...said];
}

const pdfText = (bytes: Buffer) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();

/**
 * A clinic with one family who played and was coded in the scene and logged today's practice, so that it has a record.
 */
async function aClinic({ timeZone, startsAt, day }: Scene) {
  vi.stubEnv('TZ', 'UTC');
  const file = aDatabaseFile();
  const db = await aDatabase(file);
  const [records, auth, factLog, familyLog] = [
    createSqlRecords(db),
    anAuth(db),
    createSqlFactLog(db),
    createSqlFamilyLog(db),
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
  const app = await createApp({
    transcribe: undefined,
    makeFile: undefined,
    practiceClips: createPracticeClips(),
    serverTimeZone: 'UTC',
    storeHealth: { trouble: () => undefined },
    records,
    auth,
    factLog,
    familyLog,
    media: createFakeMediaServer(),
    recording: noRecording(),
    time: { ...realTime, wallNow: () => began.getTime() + LATER_MS },
    log: pino({ level: 'silent' }),
    publicUrl: PUBLIC_URL,
    trustedOrigins: [PUBLIC_URL],
    findDemoUser: undefined,
    recordings: await aFileStore(db),
    pages: { from: 'nowhere' },
    tls: undefined,
  });
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

  // A phone joins while its link is good and a diary is opened. Then the session takes place.
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
  const signOff = {
    type: 'coding.start',
    codingId: CodingId.parse(randomUUID()),
    windowId: windowOf(await factLog.read(sessionId)),
  };
  await well(ask(pathOf('review:write', { sessionId }), signOff, asAda));

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
