import type { FastifyBaseLogger } from 'fastify';
import type { Phase } from '#shared/domain/phase.ts';
import type { RecordingHole } from '#shared/protocol/recording.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { AuditWriter } from '#server/audit/auditWriter.ts';
import type { Auth } from '#server/auth/auth.ts';
import type { AccessWatch } from '#server/auth/accessWatch.ts';
import type { Attempts } from '#server/auth/attempts.ts';
import type { DiaryPasskeys } from '#server/auth/diaryPasskeys.ts';
import type { IdentityProvider } from '#server/auth/identityProvider.ts';
import type { Passkeys } from '#server/auth/passkeys.ts';
import type { SecondFactors } from '#server/auth/secondFactors.ts';
import type { Ties } from '#server/auth/ties.ts';
import type { FindDevice } from '#server/auth/findDevice.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { Caseloads } from '#server/families/caseloads.ts';
import type { CourseDesk } from '#server/families/courseDesk.ts';
import type { FamilyCourses, FamilyCoursesPorts } from '#server/families/familyCourses.ts';
import type { ErasureDesk } from '#server/erasures/erasureDesk.ts';
import type { FamilyCopyDesk } from '#server/exports/familyCopy/familyCopyDesk.ts';
import type { ExportDesk } from '#server/exports/exportDesk.ts';
import type { SendMail } from '#server/mail/sendMail.ts';
import type { PracticeClips } from '#server/practice/practiceClips.ts';
import type { RecordingDesk } from '#server/exports/recording/recordingDesk.ts';
import type { ImportDesk } from '#server/imports/importDesk.ts';
import type { ReviewDesk } from '#server/reviews/reviewDesk.ts';
import type { RetentionDesk } from '#server/retention/retentionDesk.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { SpeechJobs } from '#server/speech/speechJobs.ts';
import type { TrustsProxy } from '#server/network/clientAddress.ts';
import type { Refusals } from '#server/network/refusals.ts';
import type { SessionReports } from '#server/sessions/sessionReports.ts';
import type { Records } from '#server/storage/records.ts';
import type { CoderComparisons } from '#server/storage/coderComparisons.ts';
import type { SessionModels } from '#server/storage/sessionModels.ts';
import type { AdmissionCheck } from '#server/rooms/admissionCheck.ts';
import type { StoreHealth } from '#server/storage/storeHealth.ts';
import type { Servers } from '#server/watching/serverFigures.ts';
import type { Pages } from './pages.ts';

/** Ports that HTTP uses unchanged. Tests pass plain objects. */
export type GivenPorts = {
  readonly records: Records;
  readonly auth: Auth;
  readonly secondFactors: SecondFactors;
  readonly passkeys: Passkeys;
  readonly diaryPasskeys: DiaryPasskeys;
  /** Undefined if people sign in only here. */
  readonly identityProvider: IdentityProvider | undefined;
  readonly storeHealth: StoreHealth;
  readonly log: FastifyBaseLogger;
  /** Undefined if the clinic has no mail server. */
  readonly sendMail: SendMail | undefined;
  /** The base of links, without a slash at the end. */
  readonly publicUrl: string;
  /** The origins whose pages may change anything. */
  readonly trustedOrigins: readonly string[];
  /** Whether what a proxy says about its client is believed. */
  readonly trustsProxy: TrustsProxy;
  /** The account of a demo secret. Undefined if the clinic is not the demo. */
  readonly findDemoUser: ((secret: string) => ParticipantId | undefined) | undefined;
  /** From the printed link by which the first account is made, as long as there is none. */
  readonly firstAdminSecret: string;
  readonly models: SessionModels;
  readonly coderComparisons: CoderComparisons;
  readonly recordings: RecordingStore;
  readonly practiceClips: PracticeClips;
  readonly pages: Pages;
  /** Certificate and key as PEM, for https without a proxy in front. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
};

/** What plain HTTP needs: given ports, and those that the app makes from them. */
export type HttpPorts = GivenPorts & {
  readonly findDevice: FindDevice;
  readonly access: AccessWatch;
  readonly ties: Ties;
  readonly caseloads: Caseloads;
  readonly clinic: Clinic;
  readonly audit: Pick<AuditWriter, 'write' | 'note'>;
  readonly refusals: Pick<Refusals, 'note'>;
  /** Wrong codes of second factors. */
  readonly codeAttempts: Attempts;
  /** Wrong passwords at the sign-in. */
  readonly signInAttempts: Attempts;
  readonly now: () => Date;
  /** In ms. It never goes back. */
  readonly monotonicNow: () => number;
  readonly phaseOf: (sessionId: SessionId) => Promise<Phase>;
  readonly wasLetIn: AdmissionCheck;
  readonly reports: SessionReports;
  readonly courses: FamilyCourses;
  readonly courseDesk: CourseDesk;
  readonly consents: ConsentDesk;
  readonly findClinicProgram: FamilyCoursesPorts['findClinicProgram'];
  readonly reviews: ReviewDesk;
  readonly holesOf: (sessionId: SessionId) => Promise<readonly RecordingHole[]>;
  readonly speech: SpeechJobs;
  readonly exports: ExportDesk;
  readonly recordingExports: RecordingDesk;
  readonly imports: ImportDesk;
  readonly erasures: ErasureDesk;
  readonly retention: RetentionDesk;
  readonly familyCopies: FamilyCopyDesk;
  readonly servers: Pick<Servers, 'list'>;
};
