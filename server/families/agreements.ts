import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { NO_TIME_OUT_SETTINGS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import { levelOf } from '#shared/course/levelOf.ts';
import type { ConsentDesk, ConsentsToday } from '#server/consents/consentDesk.ts';
import { timeOutOf } from '#shared/course/timeOutOf.ts';
import type { FamilyLog } from '#server/storage/familyLog.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { SessionReports } from '#server/sessions/sessionReports.ts';

type Ports = {
  readonly consents: Pick<ConsentDesk, 'of'>;
  readonly records: Pick<Records, 'listSessionsOf'>;
  readonly familyLog: Pick<FamilyLog, 'read'>;
  readonly reports: SessionReports;
};

/** What applies to a family in a session: the time-out agreement, the level or null, and its consents. */
export type Agreed = {
  readonly timeOut: TimeOutSettings;
  readonly level: string | null;
  readonly consents: ConsentsToday;
};

/** A family's record for a new session. Its reports come from the logs: waiting for rooms could deadlock. Rules SEQ8, SEQ9, LVL1. */
export function createAgreements({ records, familyLog, consents: desk, reports }: Ports) {
  return async ({ familyId, sessionId, program, programVersion }: SessionRecord): Promise<Agreed> => {
    const known = findProgram(program, programVersion);
    const consents = await desk.of(familyId);
    if (known === undefined) return { timeOut: NO_TIME_OUT_SETTINGS, level: null, consents };
    const all = (await records.listSessionsOf(familyId)).map((session) => session.sessionId);
    const sessions = [...(await reports.of(all.filter((other) => other !== sessionId)))];
    const facts = await familyLog.read(familyId);
    const entries = facts.map(({ entry }) => entry);
    return { timeOut: timeOutOf({ facts, sessions }, known), level: levelOf(entries, known), consents };
  };
}
