import { spansUntil } from '#shared/domain/codingWindow.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { CaregiverId, CodeId, SessionId } from '#shared/protocol/ids.ts';
import {
  type Transcript,
  TRANSCRIPT_FORMAT,
  transcriptCodes,
  type TranscriptEvent,
} from '#shared/protocol/transcript.ts';
import { spoiltCommands } from './sequence/spoiltCommands.ts';
import type { CodeEntry, SessionState } from './sessionState.ts';

/** Codes as the events of a transcript, in the order of what was heard; the undone stay in it, retracted. */
export function transcriptEvents(
  codes: readonly CodeEntry[],
  programme: Programme,
  spoilt: ReadonlySet<CodeId>,
): TranscriptEvent[] {
  const known = new Set(transcriptCodes(programme).map(({ code }) => code));
  return codes
    .filter(({ code }) => known.has(code))
    .toSorted((one, other) => one.heardAt - other.heardAt)
    .map((entry) => ({ ...toEvent(entry, programme), ...(spoilt.has(entry.codeId) && { void: true }) }));
}

function toEvent(entry: CodeEntry, programme: Programme): TranscriptEvent {
  return {
    id: entry.codeId,
    at: entry.heardAt,
    ...codeOrCandidates(entry, programme),
    ...(!entry.effective && { effective: false }),
    ...(entry.undone && { retracted: true }),
  };
}

/** What the coder saw; only the code, where it was settled otherwise since. */
function codeOrCandidates(
  { code, candidates, mode }: CodeEntry,
  programme: Programme,
): Pick<TranscriptEvent, 'code' | 'candidates' | 'mode'> {
  if (candidates === undefined || mode === undefined) return { code };
  return resolveCandidates(programme, candidates, mode) === code ? { candidates: [...candidates], mode } : { code };
}

/** What the lead coach coded of one caregiver, as a transcript for others: scoring it gives what the report says. */
export function sessionTranscript(
  sessionId: SessionId,
  state: SessionState,
  programme: Programme,
  caregiverId: CaregiverId,
  now: number,
): Transcript {
  const windows = state.windows.filter((window) => window.caregiverId === caregiverId);
  const codes = state.codes.filter((entry) => entry.byLead && entry.caregiverId === caregiverId);
  return {
    format: TRANSCRIPT_FORMAT,
    programme: programme.id,
    criteria: programme.version,
    session: { id: sessionId, startedAt: state.startedAt },
    caregiver: caregiverId,
    windows: windows.map((window) => ({
      id: window.windowId,
      kind: window.kind,
      spans: spansUntil(window, now).map(([from, to]) => [Math.round(from), Math.round(to)]),
      void: windowStanding(window, now).is === 'void',
    })),
    events: transcriptEvents(codes, programme, spoiltCommands(state, programme)),
  };
}
