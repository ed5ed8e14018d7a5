import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Role } from '#shared/domain/people.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import {
  anAuth,
  aNewAccount,
  cookieFrom,
  PUBLIC_URL,
  someDiaryPasskeys,
  somePasskeys,
  someSecondFactors,
} from '#server/auth/testing/anAuth.ts';
import { NO_NOTICES } from '#server/nodes/notices.ts';
import { HELD_ALONE } from '#server/nodes/sessionHolds.ts';
import { createAttempts } from '#server/auth/attempts.ts';
import { createTies } from '#server/auth/ties.ts';
import { createFindDevice } from '#server/auth/findDevice.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import type { Db } from '#server/storage/db.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import type { TranscribeRecording } from '#server/speech/transcribeRecording.ts';
import { newJobs } from '#server/jobs/testing/newJobs.ts';
import { createSpeechJobs } from '#server/speech/speechJobs.ts';
import { createClinic } from '#server/clinic/clinic.ts';
import { createFamilyCopyDesk } from '#server/exports/familyCopy/familyCopyDesk.ts';
import { createRecordingDesk } from '#server/exports/recording/recordingDesk.ts';
import type { MakeFile } from '#server/exports/recording/recordingFiles.ts';
import { createExportDesk } from '#server/exports/exportDesk.ts';
import { createImportDesk } from '#server/imports/importDesk.ts';
import { createReviewDesk } from '#server/reviews/reviewDesk.ts';
import { createSessionRooms } from '#server/rooms/sessionRooms.ts';
import { realTime } from '#server/time/time.ts';
import { createSessionReports } from '#server/sessions/sessionReports.ts';
import { createAdmissionCheck } from '#server/rooms/admissionCheck.ts';
import { createAuditWriter } from '#server/audit/auditWriter.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { createSqlCoderComparisons } from '#server/storage/sqlCoderComparisons.ts';
import { createSqlSessionModels } from '#server/storage/sqlSessionModels.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createConsentDesk } from '#server/consents/consentDesk.ts';
import { createFamilyFacts } from '#server/families/familyFacts.ts';
import { createCaseloads } from '#server/families/caseloads.ts';
import { createCourseDesk } from '#server/families/courseDesk.ts';
import { createSqlCourseOverviews } from '#server/storage/sqlCourseOverviews.ts';
import { createFamilyCourses } from '#server/families/familyCourses.ts';
import { createRetentionDesk } from '#server/retention/retentionDesk.ts';
import { createTellAdmins } from '#server/retention/tellAdmins.ts';
import { createErasureDesk } from '#server/erasures/erasureDesk.ts';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { createPracticeClips } from '#server/practice/practiceClips.ts';
import { createHttp } from '../createHttp.ts';
import type { HttpPorts } from '../httpPorts.ts';
import { createAccessWatch } from '#server/auth/accessWatch.ts';
import { createIdentifyAgain } from '#server/auth/identifyAgain.ts';
import { createSqlAccessChanges } from '#server/storage/accessChanges.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';

export const FIRST_ADMIN_SECRET = 'the secret of the printed link';
export const NOW = new Date('2026-03-02T09:00:00Z');

type Ask = {
  readonly as?: Account;
  readonly cookie?: string;
  readonly origin?: string;
  /** Another machine, whose requests the clinic’s proxy passes on. */
  readonly from?: string;
  readonly range?: string;
  readonly browser?: string;
};

/** An empty clinic over HTTP, and functions to send requests as someone. */
export async function anHttpClinic(ports: Partial<HttpPorts> = {}, among?: Db) {
  const db = among ?? (await aDatabase());
  const keys = keysOf(db);
  const records = createSqlRecords(db, keys);
  const faults: unknown[] = [];
  const auth = anAuth(db, { now: ports.now ?? (() => NOW) });
  const passkeys = somePasskeys(db, ports.now ?? (() => NOW));
  const report = (error: unknown) => void faults.push(error);
  const secondFactors = someSecondFactors(db, ports.now ?? (() => NOW), report, passkeys);
  const familyLog = createSqlFamilyLog(db, keys);
  const factLog = createSqlFactLog(db, keys);
  const models = createSqlSessionModels(db, keys);
  const reports = ports.reports ?? createSessionReports({ models, stateOf: async () => undefined, timeIn: () => 0 });
  const findClinicProgram = ports.findClinicProgram ?? records.findClinicProgram;
  const clinic = createClinic({ records, serverTimeZone: 'UTC', now: ports.now ?? (() => NOW) });
  const familyFacts = createFamilyFacts(familyLog);
  const factsOf = familyFacts.of;
  const consents = createConsentDesk({ factsOf, clinic });
  const courses = createFamilyCourses({
    records,
    factsOf,
    clinic,
    familyLog,
    agreementChanged: (familyId) => rooms.agreementChanged(familyId),
    findClinicProgram,
    now: ports.now ?? (() => NOW),
    reports,
  });
  const courseDesk = createCourseDesk({ kept: createSqlCourseOverviews(db, keys), courses, clinic });
  const ties = createTies({ records, clinic, consents });
  const caseloads = createCaseloads({ records, ties, clinic, now: ports.now ?? (() => NOW) });
  const media = createFakeMediaServer();
  const rooms = createSessionRooms({
    holds: HELD_ALONE,
    notices: NO_NOTICES,
    log: factLog,
    records,
    media,
    recording: noRecording(),
    time: realTime,
    agreedOf: async ({ familyId }) => {
      return { timeOut: NO_TIME_OUT_SETTINGS, level: null, consents: await consents.of(familyId) };
    },
    report: (error) => void faults.push(error),
  });
  onTestFinished(async () => {
    await rooms.close();
    await media.close();
  });
  const recordings = ports.recordings ?? (await aFileStore(db));
  /** Replaces the speech process. The test sets what it finds. */
  const transcriber: { transcribe: TranscribeRecording } = {
    transcribe: async () => ({ lengthMs: 0, speech: [], engine: undefined }),
  };
  const jobs = newJobs(db, (error) => void faults.push(error));
  const speech = createSpeechJobs({
    ...{ rooms, consents, recordings, jobs },
    transcribe: (...recording) => transcriber.transcribe(...recording),
    findSession: records.findSession,
  });
  jobs.start({ speech: speech.work });
  /** Makes the files of recordings. The test decides how. */
  const files: { make: MakeFile } = { make: async () => Promise.reject(new Error('Nothing makes files here.')) };
  const recordingExports = createRecordingDesk({
    log: factLog,
    consents,
    rooms,
    recordings,
    clinic,
    makeFile: (...asked) => files.make(...asked),
    time: realTime,
    report: (error) => void faults.push(error),
  });
  onTestFinished(() => recordingExports.close());
  const canReturn = async () => false;
  const access = createAccessWatch({
    changes: createSqlAccessChanges(db),
    identifyAgain: createIdentifyAgain({
      ...{ auth, records, secondFactors, canReturn, ties },
      now: ports.now ?? (() => NOW),
    }),
    time: realTime,
    report: (error) => void faults.push(error),
  });
  onTestFinished(access.close);
  const now = ports.now ?? (() => NOW);
  const audit = createAuditWriter({
    log: createSqlAuditLog(db),
    time: { wallNow: () => now().getTime(), callAfter: realTime.callAfter },
    canSave: () => true,
    report: (error) => void faults.push(error),
  });
  onTestFinished(audit.close);
  const familyCopies = createFamilyCopyDesk({
    ...{ records, factsOf, factLog, rooms, recordings, clinic, consents, now },
  });
  const erasures = createErasureDesk({
    familyCopies,
    records,
    eraser: createSqlFamilyEraser(db, keys),
    recordings,
    rooms,
    recordingExports,
    access,
    families: [familyFacts],
    now,
  });
  const { sendMail, publicUrl = PUBLIC_URL } = ports;
  const tellAdmins = createTellAdmins({ records, clinic, sendMail, publicUrl, report });
  const retention = createRetentionDesk({ records, erasures, rooms, clinic, tellAdmins, now, report });
  const http = await createHttp({
    ...{ erasures, retention, familyCopies, audit, recordingExports, speech },
    servers: { list: async () => [] },
    reviews: createReviewDesk({ rooms, factLog }),
    exports: createExportDesk({ rooms, clinic, recordings, now: ports.now ?? (() => NOW) }),
    imports: createImportDesk({ rooms }),
    records,
    clinic,
    storeHealth: { trouble: () => undefined },
    findDevice: createFindDevice({
      records,
      canReturn,
      publicUrl: ports.publicUrl ?? PUBLIC_URL,
      now: ports.now ?? (() => NOW),
    }),
    access,
    courses,
    courseDesk,
    consents,
    ties,
    caseloads,
    findClinicProgram,
    auth,
    secondFactors,
    passkeys,
    diaryPasskeys: someDiaryPasskeys(db, ports.now ?? (() => NOW)),
    codeAttempts: createAttempts(ports.now ?? (() => NOW)),
    signInAttempts: createAttempts(ports.now ?? (() => NOW)),
    log: pino({ level: 'silent' }),
    sendMail: undefined,
    identityProvider: undefined,
    now: ports.now ?? (() => NOW),
    // It stands still with the clock, so that a slow test is limited like a fast one.
    monotonicNow: () => now().getTime(),
    publicUrl: PUBLIC_URL,
    trustedOrigins: [PUBLIC_URL],
    trustsProxy: trustProxies(['127.0.0.1']),
    refusals: { note: () => undefined },
    phaseOf: async () => 'preparing',
    wasLetIn: createAdmissionCheck(rooms),
    models,
    coderComparisons: createSqlCoderComparisons(db, keys),
    reports,
    holesOf: async () => [],
    findDemoUser: undefined,
    firstAdminSecret: FIRST_ADMIN_SECRET,
    recordings,
    practiceClips: createPracticeClips(),
    pages: { from: 'nowhere' },
    tls: undefined,
    ...ports,
  });
  onTestFinished(() => http.close());

  async function ask(
    method: 'GET' | 'HEAD' | 'POST' | 'DELETE',
    url: string,
    body?: object,
    { as, cookie, origin, from, range, browser }: Ask = {},
  ) {
    const signedIn = as ? cookieFrom(await auth.signInAs(as.userId)) : cookie;
    const response = await http.inject({
      method,
      url,
      ...(body && { payload: body }),
      headers: {
        ...(signedIn && { cookie: signedIn }),
        ...(origin && { origin }),
        ...(range && { range }),
        ...(browser && { 'user-agent': browser }),
        ...(from && { 'x-forwarded-for': from }),
      },
    });
    const isJson = String(response.headers['content-type']).includes('json');
    const answer: unknown = isJson && response.body !== '' ? response.json() : response.body;
    return {
      status: response.statusCode,
      answer,
      bytes: response.rawPayload,
      headers: response.headers,
      cookies: [response.headers['set-cookie'] ?? []].flat(),
    };
  }

  return {
    db,
    records,
    factLog,
    rooms,
    media,
    transcriber,
    files,
    audit,
    speech,
    jobs,
    faults,
    ties,
    familyLog,
    courses,
    courseDesk,
    consents,
    retention,
    recordings,
    auth,
    http,
    ask,
    aPerson: (role: Role, name?: string) => anAccount(db, role, name),
    aSessionOf: (lead: Account, plan?: Parameters<typeof aSession>[2]) => aSession(records, lead, plan),
    aNewAccount,
  };
}
