import type { FastifyBaseLogger } from 'fastify';
import type { AuditLog } from './audit/auditLog.ts';
import { createAuditWriter } from './audit/auditWriter.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { createAttempts } from './auth/attempts.ts';
import { createFindDevice } from './auth/findDevice.ts';
import { createAccessWatch } from './auth/accessWatch.ts';
import { createIdentify } from './auth/identify.ts';
import { createIdentifyAgain } from './auth/identifyAgain.ts';
import { startSignInSweep } from './auth/signInSweep.ts';
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
import { createFamilyCourses } from './families/familyCourses.ts';
import { createHttp } from './http/createHttp.ts';
import { createRefusals } from './network/refusals.ts';
import type { GivenPorts, HttpPorts } from './http/httpPorts.ts';
import type { MediaServer } from './media/mediaServer.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { recordingHoles } from '#shared/session/recording/recordedSpans.ts';
import { createRetentionDesk } from './retention/retentionDesk.ts';
import { startRetentionJob } from './retention/retentionJob.ts';
import { createTellAdmins } from './retention/tellAdmins.ts';
import { createReviewDesk } from './reviews/reviewDesk.ts';
import type { RecordingMeans } from './recording/recordingKeeper.ts';
import { createSessionDigests } from './reviews/sessionDigests.ts';
import { reportState } from './sessions/reportState.ts';
import { createSessionReports, type SessionReports } from './sessions/sessionReports.ts';
import { createSessionRooms, type SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { Time } from '#server/time/time.ts';
import { createAdmissionCheck } from '#server/rooms/admissionCheck.ts';
import type { TranscribeRecording } from './speech/transcribeRecording.ts';
import { createTellSupervisors } from './families/tellSupervisors.ts';
import { createSpeechJobs, isReadyToTranscribe } from './speech/speechJobs.ts';
import { attachSockets } from './sockets/attachSockets.ts';
import type { AccessChanges } from './storage/accessChanges.ts';
import type { FactLog } from './storage/factLog.ts';
import type { FamilyEraser } from './storage/familyEraser.ts';
import type { FamilyLog } from './storage/familyLog.ts';
import { storeFaultOf } from './storage/storeFault.ts';

/** What the server needs from outside. `startServer.ts` passes the real things, tests pass their own. */
type AppPorts = GivenPorts & {
  readonly serverTimeZone: string;
  readonly connectionsPerAddress: number;
  readonly factLog: FactLog;
  readonly familyLog: FamilyLog;
  readonly auditLog: AuditLog;
  readonly eraser: FamilyEraser;
  readonly accessChanges: AccessChanges;
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
  const { records, auth, factLog, media, time, log, publicUrl, trustedOrigins } = ports;
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
  const reports = createSessionReports(factLog);
  const rooms = createSessionRooms({
    log: factLog,
    records,
    media,
    recording: { ...ports.recording, store: ports.recordings },
    time,
    agreedOf: createAgreements({ ...ports, consents, reports }),
    onOver: (record, state) => {
      access.closed(record.sessionId);
      if (isReadyToTranscribe(state)) speech.ask(record).catch((error: unknown) => report(error, 'finding speech'));
    },
    report: (error) => report(error, 'a session'),
  });
  const speech = createSpeechJobs({
    rooms,
    consents,
    recordings: ports.recordings,
    transcribe: ports.transcribe,
    report: (error) => report(error, 'finding speech'),
  });
  const asked = askRooms(rooms, reports, time);
  const { findClinicProgram } = ports.records;
  const caseloads = createCaseloads({ records, ties, clinic, now });
  const courses = createFamilyCourses({
    ...ports,
    factsOf,
    clinic,
    findClinicProgram,
    now,
    reportOf: asked.reportOf,
    async agreementChanged(familyId) {
      await rooms.agreementChanged(familyId);
      await access.supervisionChanged();
    },
  });
  const reviews = createReviewDesk({ rooms, factLog });
  const exports = createExportDesk({ rooms, clinic, recordings: ports.recordings, now });
  const imports = createImportDesk({ rooms });
  const digests = createSessionDigests(factLog);
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
    sessions: [reports, digests],
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
    digests,
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
    ...known,
    ...desks,
    ...asked,
  });
  const io = attachSockets(http.server, {
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
    refusals,
    access,
    publicUrl,
    allowedOrigins: trustedOrigins,
    trustsProxy: ports.trustsProxy,
    connectionsPerAddress: ports.connectionsPerAddress,
    wallNow: time.wallNow,
    media,
    callAfter: time.callAfter,
    monotonicNow: time.monotonicNow,
    report,
  });

  const stopSweeping = startSignInSweep({ auth, time, report: (error) => report(error, 'sweeping sign-ins') });

  const stopErasing = startRetentionJob({
    ...{ retention, time },
    report: (error) => report(error, 'looking for what is too old'),
  });

  let closing: Promise<void> | undefined;
  async function closeAll() {
    stopSweeping();
    stopErasing();
    await retention.close();
    access.close();
    await speech.close();
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

/** What HTTP routes need to know of sessions, whether live or closed long ago. */
function askRooms(
  rooms: SessionRooms,
  reports: SessionReports,
  time: Time,
): Pick<HttpPorts, 'phaseOf' | 'wasLetIn' | 'reportOf' | 'holesOf'> {
  /** A closed session stays closed, so listing it does not need its log again. */
  const closed = new Set<SessionId>();

  return {
    async phaseOf(sessionId) {
      if (closed.has(sessionId)) return 'closed';
      const phase = (await rooms.stateOf(sessionId))?.phase ?? 'preparing';
      if (phase === 'closed') closed.add(sessionId);
      return phase;
    },
    wasLetIn: createAdmissionCheck(rooms),
    async reportOf(sessionId) {
      const found = rooms.isAwake(sessionId) ? { state: await rooms.stateOf(sessionId) } : await reports.of(sessionId);
      if ('report' in found) return found.report;
      const { state } = found;
      return state && reportState(sessionId, state, time.wallNow() - new Date(state.startedAt).getTime());
    },
    async holesOf(sessionId) {
      const state = await rooms.stateOf(sessionId);
      return state === undefined ? [] : recordingHoles(state, closedAt(state));
    },
  };
}
