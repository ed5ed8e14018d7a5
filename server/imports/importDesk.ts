import type { ImportResult, NewImport } from '#shared/protocol/imports.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { readTranscript, type Transcript } from '#shared/protocol/transcript.ts';
import { jsonPath } from '#shared/protocol/transcriptFault.ts';
import { type Imported, importedCodings } from '#shared/imports/importedCodings.ts';
import { programOf } from '#shared/session/programOf.ts';
import { arrivalOf, type Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import { reviewSight } from '#shared/session/review/reviewSight.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { uuidOf } from './uuidOf.ts';

/** Attaches codings from other software to closed sessions. */
export type ImportDesk = {
  /** Attaches the whole coding or refuses it. Rule REV4. */
  readonly importCodings: (
    session: SessionRecord,
    reader: Reviewer,
    request: NewImport,
  ) => Promise<Reply<ImportResult>>;
};

const NOT_OPEN = fail('not-now', 'Open the review first, or finish the coding that you started.');
const UNKNOWN_PROGRAM = fail('not-found', 'This server does not have this version of the program.');

export function createImportDesk({ rooms }: { readonly rooms: Pick<SessionRooms, 'write'> }): ImportDesk {
  return {
    async importCodings(session, reader, { transcripts: raw, independent }) {
      const read = readAll(raw);
      if (!read.ok) return read;
      let imported: Imported | undefined;
      const written = await rooms.write(session, (state): Reply<readonly FactDraft[]> => {
        if (reviewSight(state, reader.participantId) !== 'open') return NOT_OPEN;
        const program = programOf(state);
        if (program === undefined) return UNKNOWN_PROGRAM;
        const choice = { windowId: undefined, independent, importedBy: reader.participantId };
        const made = importedCodings(read.value, state, program, choice, uuidOf);
        if (!made.ok) return made;
        imported = made.value;
        return ok(made.value.facts.length === 0 ? [] : [...arrivalOf(reader, state), ...made.value.facts]);
      });
      if (!written.ok) return written;
      if (imported === undefined) throw new Error('An import was written without a check.');
      const { codings, known, strayWindows } = imported;
      return ok({ codings, known, strayWindows: [...strayWindows] });
    },
  };
}

function readAll(raw: readonly unknown[]): Reply<readonly Transcript[]> {
  const transcripts: Transcript[] = [];
  for (const one of raw) {
    const read = readTranscript(one);
    if (!read.ok) {
      const [fault] = read.faults;
      return fail('invalid', fault === undefined ? 'is not a transcript.' : `${jsonPath(fault.path)}: ${fault.says}`);
    }
    transcripts.push(read.transcript);
  }
  return ok(transcripts);
}
