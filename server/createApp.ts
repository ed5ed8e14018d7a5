import type { IncomingMessage } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import type { Server } from 'socket.io';
import type { AuditLog } from './audit/auditLog.ts';
import { createAuditWriter } from './audit/auditWriter.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { createAttempts } from './auth/attempts.ts';
import { createFindDevice } from './auth/findDevice.ts';
import { createAccessWatch } from './auth/accessWatch.ts';
import { createIdentify } from './auth/identify.ts';
import { createIdentifyAgain } from './auth/identifyAgain.ts';
import { createTies } from './auth/ties.ts';
import { createReturnCheck } from './auth/returnCheck.ts';
import { createClinic } from './clinic/clinic.ts';
import { createExportDesk } from './exports/exportDesk.ts';
import { createFamilyCopyDesk } from './exports/familyCopy/familyCopyDesk.ts';
import { createRecordingDesk } from './exports/recording/recordingDesk.ts';
import type { MakeFile } from './exports/recording/recordingFiles.ts';
import { createCaseloads } from './families/caseloads.ts';
import { createAgreements } from './families/agreements.ts';
import { createImportDesk } from './imports/importDesk.ts';
import { createConsentDesk } from './consents/consentDesk.ts';
import { createErasureDesk } from './erasures/erasureDesk.ts';
import { createFamilyFacts } from './families/familyFacts.ts';
import { createCourseDesk } from './families/courseDesk.ts';
import { createFamilyCourses } from './families/familyCourses.ts';
import { createHttp } from './http/createHttp.ts';
import { clientAddress } from './network/clientAddress.ts';
import { createRefusals } from './network/refusals.ts';
import { askRooms } from './http/askRooms.ts';
import type { GivenPorts } from './http/httpPorts.ts';
import { forwardUpgrades } from './nodes/forwardUpgrades.ts';
import { HELD_ALONE } from './nodes/sessionHolds.ts';
import { createJobs } from './jobs/jobs.ts';
import { createSocketNotices } from './nodes/socketNotices.ts';
import type { Node } from './nodes/startNode.ts';
import type { MediaServer } from './media/mediaServer.ts';
import type { createMeasures } from './watching/measures.ts';
import { watchServers } from './watching/serverFigures.ts';
import { measuredLog } from './watching/measuredLog.ts';
import { createRetentionDesk } from './retention/retentionDesk.ts';
import { createTellAdmins } from './retention/tellAdmins.ts';
import { createReviewDesk } from './reviews/reviewDesk.ts';
import type { RecordingMeans } from './recording/recordingKeeper.ts';
import { createSessionReports } from './sessions/sessionReports.ts';
import { createSessionRooms } from '#server/rooms/sessionRooms.ts';
import type { Time } from '#server/time/time.ts';
import type { TranscribeRecording } from './speech/transcribeRecording.ts';
import { createTellSupervisors } from './families/tellSupervisors.ts';
import { createSpeechJobs, isReadyToTranscribe } from './speech/speechJobs.ts';
import { createConnectionLimits } from './sockets/connectionLimits.ts';
import { attachSockets } from './sockets/attachSockets.ts';
import { startBackground } from './startBackground.ts';
import type { AccessChanges } from './storage/accessChanges.ts';
import type { CourseOverviews } from './storage/courseOverviews.ts';
import type { FactLog } from './storage/factLog.ts';
import type { FamilyEraser } from './storage/familyEraser.ts';
import type { FamilyLog } from './storage/familyLog.ts';
import type { JobStore } from './storage/jobStore.ts';
import { storeFaultOf } from './storage/storeFault.ts';

/** What the server needs from outside. `startServer.ts` passes the real things, tests pass their own. */
type AppPorts = GivenPorts & {
  readonly serverTimeZone: string;
  readonly connectionsPerAddress: number;
  readonly factLog: FactLog;
  readonly familyLog: FamilyLog;
  readonly courseOverviews: CourseOverviews;
  readonly auditLog: AuditLog;
  readonly measures: ReturnType<typeof createMeasures>;
  /** This server among the others. Undefined if it is the clinic's only one. */
  readonly node: (Node & { readonly adapter: NonNullable<Parameters<Server['adapter']>[0]> }) | undefined;
  readonly eraser: FamilyEraser;
  readonly accessChanges: AccessChanges;
  readonly jobStore: JobStore;
  readonly media: MediaServer;
  readonly recording: Omit<RecordingMeans, 'store'>;
  readonly time: Time;
  /** Finds speech in a recording. Undefined if that is not possible on this machine. */
  readonly transcribe: TranscribeRecording | undefined;
  /** Makes a recording into one file. Undefined if that is not possible on this machine. */
  readonly makeFile: MakeFile | undefined;
};

/** The whole server, not yet listening. It opens nothing itself; what was passed to it stays open when it closes. */
export async function createApp(ports: AppPorts) {
  const { records, auth, factLog, models, media, measures, node, time, log, publicUrl, trustedOrigins } = ports;
  const report = reportTo(log);
  const now = () => new Date(time.wallNow());

  const audit = createAuditWriter({
    log: ports.auditLog,
    time,
    canSave: () => ports.storeHealth.trouble() === undefined,
    report: (error) => report(error, 'writing the audit'),
  });
  const canReturn = createReturnCheck({ factLog, now });
  const clinic = createClinic({ ...ports, now });
  const familyFacts = createFamilyFacts(ports.familyLog);
  const factsOf = familyFacts.of;
  const consents = createConsentDesk({ factsOf, clinic });
  const ties = createTies({ records, clinic, consents });
  const access = createAccessWatch({
    changes: ports.accessChanges,
    identifyAgain: createIdentifyAgain({ ...ports, canReturn, ties, now }),
    time,
    report: (error) => report(error, 'looking for ended access'),
  });
  const fromLogs = createSessionReports({
    models,
    stateOf: async (sessionId) => stateOfLog(await factLog.read(sessionId)),
    timeIn: () => 0,
  });
  const jobs = createJobs({
    store: ports.jobStore,
    time,
    report: (error) => report(error, 'doing a job'),
  });
  const notices = createSocketNotices();
  const rooms = createSessionRooms({
    log: measuredLog(factLog, time.monotonicNow, measures),
    holds: node ?? HELD_ALONE,
    notices,
    records,
    media,
    recording: { ...ports.recording, store: ports.recordings },
    time,
    agreedOf: createAgreements({ ...ports, consents, reports: fromLogs }),
    onOver: (record, state) => {
      access.closed(record.sessionId);
      if (isReadyToTranscribe(state)) speech.ask(record).catch((error: unknown) => report(error, 'finding speech'));
    },
    report: (error) => report(error, 'a session'),
  });
  const isSaving = () => ports.storeHealth.trouble() === undefined;
  measures.watch({ rooms, media, isSaving });
  const servers = watchServers({
    ...{ rooms, media, isSaving, node, time },
    report: (error) => report(error, 'telling how this server does'),
  });
  const speech = createSpeechJobs({
    ...{ rooms, consents, jobs },
    recordings: ports.recordings,
    transcribe: ports.transcribe,
    findSession: records.findSession,
  });
  const reports = createSessionReports({
    models,
    stateOf: rooms.stateOf,
    timeIn: ({ startedAt }) => time.wallNow() - new Date(startedAt).getTime(),
  });
  const asked = askRooms(rooms, models);
  const { findClinicProgram } = ports.records;
  const caseloads = createCaseloads({ records, ties, clinic, now });
  const courses = createFamilyCourses({
    ...ports,
    factsOf,
    clinic,
    findClinicProgram,
    now,
    reports,
    async agreementChanged(familyId) {
      await rooms.agreementChanged(familyId);
      await access.supervisionChanged();
    },
  });
  const courseDesk = createCourseDesk({ kept: ports.courseOverviews, courses, clinic });
  const reviews = createReviewDesk({ rooms, factLog });
  const exports = createExportDesk({ rooms, clinic, recordings: ports.recordings, now });
  const imports = createImportDesk({ rooms });
  const recordingExports = createRecordingDesk({
    log: factLog,
    consents,
    rooms,
    recordings: ports.recordings,
    clinic,
    makeFile: ports.makeFile,
    time,
    report: (error) => report(error, 'exporting a recording'),
  });
  const familyCopies = createFamilyCopyDesk({ ...ports, factsOf, consents, rooms, clinic, now });
  const erasures = createErasureDesk({
    ...ports,
    familyCopies,
    rooms,
    recordingExports,
    access,
    families: [familyFacts],
    now,
  });
  const retention = createRetentionDesk({
    ...ports,
    ...{ erasures, rooms, clinic, now },
    tellAdmins: createTellAdmins({
      ...{ ...ports, clinic },
      report: (error) => report(error, 'telling admins what will be erased'),
    }),
    report: (error) => report(error, 'erasing what is too old'),
  });
  const desks = {
    erasures,
    retention,
    familyCopies,
    reviews,
    consents,
    speech,
    exports,
    imports,
    recordingExports,
  };
  const findDevice = createFindDevice({ records, canReturn, publicUrl, now });
  const attempts = { codeAttempts: createAttempts(now), signInAttempts: createAttempts(now) };
  const refusals = createRefusals({
    callAfter: time.callAfter,
    write: (line) => log.warn(line, 'requests were refused'),
  });
  const known = { audit, refusals, findDevice, access, findClinicProgram, ties, caseloads, ...attempts };
  const http = await createHttp({
    ...ports,
    now,
    monotonicNow: time.monotonicNow,
    clinic,
    courses,
    courseDesk,
    ...known,
    ...desks,
    ...asked,
    reports,
    servers,
  });
  const limits = createConnectionLimits({
    allowedOrigins: trustedOrigins,
    ...{ trustsProxy: ports.trustsProxy, connectionsPerAddress: ports.connectionsPerAddress },
    ...{ refusals, monotonicNow: time.monotonicNow },
  });
  const io = attachSockets(http.server, {
    limits,
    rooms,
    consents,
    noteSeen: (signInId) => records.noteSeen(signInId, now()),
    tellSupervisors: createTellSupervisors({
      ...ports,
      clinic,
      report: (error) => report(error, 'telling supervisors of an emergency'),
    }),
    identify: createIdentify({
      ...{ auth, secondFactors: ports.secondFactors, records, findDevice, canReturn, ties, now },
      denied({ role, userId }, session) {
        audit.note({
          ...{ actor: role, actorId: userId, what: 'session.attended', outcome: 'refused', subjectId: null },
          ...session,
        });
      },
    }),
    records,
    audit,
    measures,
    refusals,
    access,
    publicUrl,
    trustsProxy: ports.trustsProxy,
    wallNow: time.wallNow,
    media,
    callAfter: time.callAfter,
    monotonicNow: time.monotonicNow,
    report,
  });

  if (node !== undefined) {
    const addressOfClient = (request: IncomingMessage) => clientAddress(request, ports.trustsProxy);
    forwardUpgrades(http.server, { node, admits: limits.admits, addressOfClient });
    io.adapter(node.adapter);
    notices.connect(io);
  }

  const stopBackground = startBackground({ auth, courseDesk, jobs, retention, speech, time, report });

  let closing: Promise<void> | undefined;
  async function closeAll() {
    servers.stop();
    await stopBackground();
    access.close();
    await recordingExports.close();
    await rooms.close();
    await io.close();
    await http.close();
    await audit.close();
    refusals.close();
  }

  return {
    http,
    io,
    rooms,
    isClosing: () => closing !== undefined,
    /** Disconnects everybody and stops listening. Safe to call twice. */
    close: () => (closing ??= closeAll()),
  };
}

function reportTo(log: FastifyBaseLogger) {
  return (error: unknown, doing: string) => {
    // When the store began to fail, that was logged once.
    if (storeFaultOf(error) === undefined) log.error({ err: error, doing }, 'something failed');
  };
}

const stateOfLog = (facts: readonly Fact[]) => (facts.length === 0 ? undefined : foldFacts(facts));
