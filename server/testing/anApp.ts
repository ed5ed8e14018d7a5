import { pino } from 'pino';
import { anAuth, PUBLIC_URL, somePasskeys, someDiaryPasskeys, someSecondFactors } from '#server/auth/testing/anAuth.ts';
import { createFakeMediaServer } from '#server/media/testing/fakeMediaServer.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import { createPracticeClips } from '#server/practice/practiceClips.ts';
import { createMemoryRecordingStore } from '#server/recording/memoryRecordingStore.ts';
import { noRecording } from '#server/recording/testing/noRecording.ts';
import { createSqlAccessChanges } from '#server/storage/accessChanges.ts';
import { createSqlJobStore } from '#server/storage/sqlJobStore.ts';
import type { Db } from '#server/storage/db.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlCoderComparisons } from '#server/storage/sqlCoderComparisons.ts';
import { createMeasures } from '#server/watching/measures.ts';
import { createSqlCourseOverviews } from '#server/storage/sqlCourseOverviews.ts';
import { createSqlSessionModels } from '#server/storage/sqlSessionModels.ts';
import { createMemorySessionModels } from '#server/storage/testing/memorySessionModels.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { realTime } from '#server/time/time.ts';
import { createApp } from '../createApp.ts';

type AppPorts = Parameters<typeof createApp>[0];

/** The whole server over a real database, with fake media and no recording. The test gives what matters to it. */
export function anApp(db: Db, given: Partial<AppPorts>, keys = keysOf(db)): ReturnType<typeof createApp> {
  return createApp({
    records: createSqlRecords(db, keys),
    auth: anAuth(db),
    secondFactors: someSecondFactors(db),
    passkeys: somePasskeys(db),
    diaryPasskeys: someDiaryPasskeys(db),
    factLog: createSqlFactLog(db, keys),
    familyLog: createSqlFamilyLog(db, keys),
    node: undefined,
    measures: createMeasures(),
    courseOverviews: createSqlCourseOverviews(db, keys),
    coderComparisons: createSqlCoderComparisons(db, keys),
    models: given.factLog ? createMemorySessionModels(given.factLog) : createSqlSessionModels(db, keys),
    auditLog: createSqlAuditLog(db),
    eraser: createSqlFamilyEraser(db, keys),
    accessChanges: createSqlAccessChanges(db),
    jobStore: createSqlJobStore(db, undefined),
    storeHealth: { trouble: () => undefined },
    media: createFakeMediaServer(),
    recording: noRecording(),
    recordings: createMemoryRecordingStore(),
    transcribe: undefined,
    makeFile: undefined,
    practiceClips: createPracticeClips(),
    time: realTime,
    serverTimeZone: 'UTC',
    log: pino({ level: 'silent' }),
    publicUrl: PUBLIC_URL,
    trustedOrigins: [PUBLIC_URL],
    trustsProxy: trustProxies([]),
    connectionsPerAddress: 1_000,
    findDemoUser: undefined,
    firstAdminSecret: 'the secret of the printed link',
    sendMail: undefined,
    identityProvider: undefined,
    pages: { from: 'nowhere' },
    tls: undefined,
    ...given,
  });
}
