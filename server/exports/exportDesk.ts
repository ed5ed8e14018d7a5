import type { Exported } from '#shared/domain/exports/exportFormats.ts';
import type { NewExport } from '#shared/protocol/exports.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { arrivalOf, type Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import { reviewSight } from '#shared/session/review/reviewSight.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { Decide } from '#server/sessions/sessionActor.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type ExportFile, exportScene, findUnshownNames, makeExport } from './makeExport.ts';

/** Makes files of closed sessions. Each export is in the session's log before the file leaves. */
export type ExportDesk = {
  readonly make: (session: SessionRecord, reader: Reviewer, wanted: NewExport) => Promise<Reply<ExportFile>>;
  /** The names that a PDF of this session would show with a letter missing. */
  readonly unshown: (session: SessionRecord, reader: Reviewer) => Promise<Reply<readonly string[]>>;
};

type Ports = {
  readonly rooms: Pick<SessionRooms, 'stateOf' | 'write'>;
  readonly clinic: Pick<Clinic, 'card'>;
  readonly recordings: Pick<RecordingStore, 'list'>;
  readonly now: () => Date;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');
const CODING = fail('not-now', 'You are coding this session blind. Finish that first: an export shows the codes.');

export function createExportDesk({ rooms, clinic, recordings, now }: Ports): ExportDesk {
  const sceneFor = async (session: SessionRecord, reader: Reviewer): Promise<Reply<ExportScene>> => {
    const state = await rooms.stateOf(session.sessionId);
    const checked = state === undefined ? NOT_CLOSED : checkReader(state, reader);
    if (state === undefined || !checked.ok) return checked.ok ? NOT_CLOSED : checked;
    return exportScene(session, state, {
      exportedBy: reader.name,
      now: now(),
      timeZone: (await clinic.card()).timeZone,
      takes: await recordings.list(session.sessionId),
    });
  };
  return {
    async unshown(session, reader) {
      const scene = await sceneFor(session, reader);
      return scene.ok ? ok(await findUnshownNames(scene.value)) : scene;
    },

    async make(session, reader, { format, coder, caregiverId }) {
      const scene = await sceneFor(session, reader);
      if (!scene.ok) return scene;
      const file = await makeExport(format, scene.value, { coder, caregiverId });
      if (!file.ok) return file;

      const noted = await rooms.write(session, noteExport(reader, format));
      return noted.ok ? file : noted;
    },
  };
}

/** An export shows every code, so a person who codes blind may not have one. Rule REV1. */
export function checkReader(state: SessionState, { participantId }: Reviewer): Reply<null> {
  if (state.phase !== 'closed') return NOT_CLOSED;
  return reviewSight(state, participantId) === 'coding' ? CODING : ok(null);
}

/** Logs the export if the person may still export. */
export function noteExport(reader: Reviewer, format: Exported): Decide {
  return (state) => {
    const may = checkReader(state, reader);
    return may.ok ? ok(exportFacts(state, reader, format)) : may;
  };
}

/** A person who exports a session has seen its codes and has thereby opened the review. Rule REV1. */
function exportFacts(state: SessionState, reader: Reviewer, format: Exported): readonly FactDraft[] {
  const { participantId: by } = reader;
  const opened: readonly FactDraft[] = state.review.openedBy.includes(by)
    ? []
    : [{ type: 'review.opened', by, what: 'report' }];
  return [...arrivalOf(reader, state), ...opened, { type: 'session.exported', by, format }];
}
