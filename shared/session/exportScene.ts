import { clinicDay, clinicInstant } from '#shared/domain/clinicDay.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import { begunOn } from '#shared/session/beginning.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** What an export is made from: a closed session, and the person who asks for it. */
export type ExportScene = {
  readonly sessionId: SessionId;
  readonly state: SessionState;
  readonly program: Program;
  readonly exportedBy: string;
  /** As an ISO instant. */
  readonly exportedAt: string;
  /** The clinic's time zone. Every day and time of day in a file is in it. */
  readonly timeZone: string;
  /** All that an export says about the child's name. */
  readonly childInitials: string;
  readonly therapistName: string;
  /** The recording as one file in session time, as it may be exported now; undefined if it may not. Rule RCD8. */
  readonly recording?: RecordingFile | undefined;
};

/** The session time at which the session was closed, in ms. */
export function closedAt({ phases }: Pick<SessionState, 'phases'>): number {
  return Math.round(phases.findLast(({ phase }) => phase === 'closed')?.since ?? phases.at(-1)?.since ?? 0);
}

/** The moment of a session time as ISO 8601 on the clinic's clock, with its offset. It starts with the clinic's day. */
export function instantOf({ state, timeZone }: Pick<ExportScene, 'state' | 'timeZone'>, ms: number): string {
  return clinicInstant(new Date(state.startedAt).getTime() + ms, timeZone);
}

/** The clinic's day of a session: the day on which the lead coach began it. Rule SES9. */
export function dayOfSession({ state, timeZone }: Pick<ExportScene, 'state' | 'timeZone'>): string {
  return clinicDay(begunOn(state), timeZone);
}

export function exportInstant({ exportedAt, timeZone }: Pick<ExportScene, 'exportedAt' | 'timeZone'>): string {
  return clinicInstant(exportedAt, timeZone);
}

/** Whether a gap has a length once an export rounds it. A gap of no length is not shown. */
export function isLong({ from, to }: { readonly from: number; readonly to: number | undefined }): boolean {
  return to === undefined || Math.round(to) > Math.round(from);
}
