import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { Transcript, TranscriptEvent } from '#shared/protocol/transcript.ts';
import { commandFates } from '#shared/session/sequence/commandFates.ts';
import { transcriptEvents, transcriptHead, type TranscriptState } from '#shared/session/sessionTranscript.ts';
import { type CodeEntry, type SessionState, type SessionWindow, UNREVIEWED } from '#shared/session/sessionState.ts';
import { type ExportedCoder, exportedCoders } from './exportedCodes.ts';
import { closedAt, instantOf, type ExportScene } from '#shared/session/exportScene.ts';

/** A coder's own codes, unchanged by reviews and gaps, or without a name the session's own record. Rules REL9, REV3. */
export type RecordChoice = { readonly coder?: string | undefined; readonly caregiverId?: string | undefined };

/** Chooses the record itself: the lead coach's codes, as reviews left them. Rules COD2, REV3. */
const LEAD_RECORD = 'lead';

/** One coder's record of one caregiver as `earshot-transcript/1`, or why it is unclear which one is meant. */
export function transcriptExport(scene: ExportScene, choice: RecordChoice = {}): Reply<Transcript> {
  const { state, sessionId, program } = scene;
  const found = findRecord(state, choice.coder);
  if (!found.ok) return found;
  const { coder, codes, windows, as } = found.value;
  const window = choice.caregiverId === undefined ? windows[0] : windows.find(isOf(choice.caregiverId));
  if (window === undefined) return fail('not-found', noWindow(state, choice));

  const { caregiverId } = window;
  const head = transcriptHead(sessionId, state, program, caregiverId, closedAt(state));
  const own = new Set(windows.filter(isOf(caregiverId)).map(({ windowId }) => String(windowId)));
  const given = codes.filter((entry) => entry.caregiverId === caregiverId);
  return ok({
    ...head,
    session: { id: sessionId, startedAt: instantOf(scene, 0) },
    coder,
    windows: head.windows.filter(({ id }) => own.has(id)),
    events: withTexts(transcriptEvents(given, program, commandFates(state, program), as), state),
  });
}

type FoundRecord = {
  readonly coder: string;
  readonly codes: readonly CodeEntry[];
  readonly windows: readonly SessionWindow[];
  readonly as: TranscriptState;
};

function findRecord(state: SessionState, asked: string | undefined): Reply<FoundRecord> {
  const coders = exportedCoders(state);
  const isKnown = coders.some(({ recordId, participantId }) => asked === recordId || asked === participantId);
  if (asked === undefined || (asked === LEAD_RECORD && !isKnown)) return ok(reviewedRecord(state));
  const exact = coders.filter(({ recordId }) => recordId === asked);
  const matching = exact.length > 0 ? exact : coders.filter(({ participantId }) => participantId === asked);
  const [record, ...more] = matching;
  if (record === undefined) return fail('not-found', `Nobody with that id coded this session. ${listOf(coders)}`);
  if (more.length > 0) return fail('invalid', `That coder has more than one record. ${listOf(matching)}`);
  return ok(recordOf(state, record));
}

function reviewedRecord(state: SessionState): FoundRecord {
  const leads = new Set(state.leads.map(({ lead }) => String(lead)));
  const codes = state.codes.filter(({ byLead }) => byLead);
  const coder = leads.size === 1 ? [...leads].join('') : LEAD_RECORD;
  return { coder, codes, windows: state.windows, as: 'as reviewed' };
}

function recordOf(state: SessionState, { recordId, participantId, source }: ExportedCoder): FoundRecord {
  if (source === 'live') {
    const codes = state.codes.filter(
      ({ coder, addedBecause }) => coder === participantId && addedBecause === undefined,
    );
    return { coder: participantId, codes, windows: state.windows, as: 'as given' };
  }
  const coding = state.review.codings.find(({ codingId }) => codingId === recordId);
  const windows = state.windows.filter(({ windowId }) => windowId === coding?.windowId);
  const codes = windows.flatMap(({ caregiverId }) =>
    (coding?.codes ?? []).map((code): CodeEntry => {
      const live = { caregiverId, coder: participantId, byLead: false, pressedAt: code.heardAt, effective: true };
      return { ...code, ...live, ...UNREVIEWED };
    }),
  );
  return { coder: participantId, codes, windows, as: 'as given' };
}

function withTexts(events: readonly TranscriptEvent[], { review }: SessionState): TranscriptEvent[] {
  const texts = new Map(review.utterances.map(({ codeId, text }) => [String(codeId), text]));
  return events.map((event) => {
    const text = texts.get(event.id);
    return text === undefined ? event : { ...event, text };
  });
}

function isOf(caregiverId: string) {
  return (window: SessionWindow) => window.caregiverId === caregiverId;
}

function noWindow({ windows, caregivers }: SessionState, { caregiverId }: RecordChoice): string {
  if (caregiverId === undefined) return 'No window was coded in this session.';
  const coded = caregivers.filter((one) => windows.some(isOf(one.caregiverId)));
  const list = coded.map((one) => `${one.caregiverId} (${one.name})`).join(', ');
  return `This record has no codes of that caregiver. There is: ${list || 'nobody'}.`;
}

function listOf(coders: readonly ExportedCoder[]): string {
  const list = coders.map(({ recordId, name, source }) => `${recordId} (${name}, ${source})`).join(', ');
  return `There are: ${list || 'no codes'}.`;
}
