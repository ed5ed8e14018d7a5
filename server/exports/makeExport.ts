import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { exportedCoders } from '#shared/exports/exportedCodes.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { EXPORT_TABLE, exportFileName } from '#shared/exports/exportTable.ts';
import type { RecordChoice } from '#shared/exports/transcriptExport.ts';
import { recordingFileOf } from '#shared/session/recording/recordingFile.ts';
import { programOf } from '#shared/session/programOf.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { StoredTake } from '#server/recording/recordingStore.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { ExportAsked } from './exportContent.ts';
import { inThread } from '#server/processes/inThread.ts';

export type ExportFile = { readonly fileName: string; readonly mediaType: string; readonly content: Buffer };

type Asked = {
  readonly exportedBy: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly takes: readonly StoredTake[];
};

/** What exports are made from: a closed session, the person who asks, and the clinic's time zone. */
export function exportScene(
  { sessionId, childInitials, leadName }: SessionRecord,
  state: SessionState,
  { exportedBy, now, timeZone, takes }: Asked,
): Reply<ExportScene> {
  if (state.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
  const program = programOf(state);
  if (program === undefined) return fail('not-found', 'This server does not have this version of the program.');
  const exportedAt = now.toISOString();
  const recording = recordingFileOf(takes, state);
  const names = { childInitials, therapistName: leadName };
  return ok({ sessionId, state, program, exportedBy, exportedAt, timeZone, ...names, recording });
}

/** The file of a format, made in a thread of its own, or why it cannot be made. */
export async function makeExport(
  format: ExportFormat,
  scene: ExportScene,
  choice: RecordChoice,
): Promise<Reply<ExportFile>> {
  const asked: ExportAsked = { format, scene, choice };
  const made = await inThread<Reply<string | Uint8Array>>(new URL('./exportWorker.ts', import.meta.url), asked);
  if (!made.ok) return made;
  const { mediaType } = EXPORT_TABLE[format];
  return ok({ fileName: exportFileName(format, scene), mediaType, content: Buffer.from(made.value) });
}

/** The people in a session's files whose names would miss a letter in its PDF. */
export function findUnshownNames({
  state,
  therapistName,
  childInitials,
  exportedBy,
}: ExportScene): Promise<readonly string[]> {
  const names = [
    state.familyName,
    childInitials,
    therapistName,
    exportedBy,
    ...state.caregivers.map(({ name }) => name),
    ...exportedCoders(state).map(({ name }) => name),
    ...Object.values(state.review.people).map(({ name }) => name),
  ];
  return inThread(new URL('./unshownWorker.ts', import.meta.url), names);
}
