import { type Span, spansUntil } from '#shared/domain/codingWindow.ts';
import { cleanName } from '#shared/domain/cleanName.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import type { FactDraft, FactOf } from '#shared/protocol/facts.ts';
import { MAX_IMPORTED_CODES } from '#shared/protocol/imports.ts';
import { CodeId, CodingId, ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { Transcript, TranscriptEvent } from '#shared/protocol/transcript.ts';
import type { SessionState, SessionWindow } from '#shared/session/sessionState.ts';
import { SIGNED_OFF } from '#shared/session/review/signedOff.ts';
import { exportedCoders, nameOf } from '#shared/exports/exportedCodes.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { plainLine } from '#shared/exports/plainLine.ts';
import { isKnown, isTrusted, whoseCodingIs } from './importTrust.ts';

type ImportChoice = {
  /** The session's window that the file's only window means, if the ids differ. */
  readonly windowId: string | undefined;
  /** Whether the importer says that the coder had not seen the codes of others. */
  readonly independent: boolean;
  readonly importedBy?: ParticipantId | undefined;
};

/** The result of an import: the facts to write, and the file's windows that the session does not have. */
export type Imported = {
  readonly facts: readonly FactDraft[];
  readonly codings: number;
  readonly known: number;
  readonly strayWindows: readonly string[];
};

type ImportedCode = FactOf<'second-coding.imported'>['codes'][number];
type FileWindow = Transcript['windows'][number];
/** An id derived from a name, as a UUID: the same name always has the same id. */
type IdOf = (name: string) => string;

/** The codings of several transcripts, one caregiver each: all of them, or none. */
export function importedCodings(
  transcripts: readonly Transcript[],
  state: SessionState,
  program: Program,
  choice: ImportChoice,
  idOf: IdOf,
): Reply<Imported> {
  const codes = transcripts.reduce((total, { events }) => total + events.length, 0);
  if (codes > MAX_IMPORTED_CODES) return fail('invalid', `One import has at most ${MAX_IMPORTED_CODES} codes.`);
  const all: Matched[] = [];
  for (const transcript of transcripts) {
    const matched = matchTranscript(transcript, state, program, choice);
    if (!matched.ok) return matched;
    all.push(matched.value);
  }
  const twice = windowMatchedTwice(all.flatMap(({ pairs }) => pairs));
  if (twice !== undefined) return fail('invalid', twice);
  const given = all.flatMap((matched) => codingsOf(matched, state, program, choice, idOf));
  const fresh = given.filter(({ fact, window }) => !isKnown(fact, state, window));
  for (const { fact, window } of fresh) {
    const name = whoseCodingIs(fact.codes, state, program, window);
    if (name !== undefined) return refuseCopyOf(name);
  }
  if (fresh.length > 0 && state.review.signedOff !== undefined) return SIGNED_OFF;
  return ok({
    facts: fresh.map(({ fact }) => fact),
    codings: fresh.length,
    known: given.length - fresh.length,
    strayWindows: all.flatMap(({ transcript, pairs }) => strayIn(transcript, pairs)),
  });
}

function refuseCopyOf(name: string) {
  const whose = name === '' ? 'another coder' : name;
  return fail('invalid', `This is the coding of ${whose}: the same codes at the same times. Nothing was imported.`);
}

type Pair = { readonly file: FileWindow; readonly window: SessionWindow };
type Matched = { readonly transcript: Transcript; readonly pairs: readonly Pair[] };

/** Which of a transcript's windows match which of the session's: by id, otherwise by kind and time. Rule REV4. */
function matchTranscript(
  transcript: Transcript,
  state: SessionState,
  program: Program,
  choice: ImportChoice,
): Reply<Matched> {
  if (transcript.programme !== state.program) {
    return fail('invalid', `The file is coded by “${transcript.programme}”, the session by “${state.program}”.`);
  }
  const strange = transcript.events.find((event) => codesOf(event).some((code) => !findCode(program, code)));
  if (strange) return fail('invalid', `The session’s program lacks a code of the file’s event ${strange.id}.`);
  const pairs = matchWindows(transcript.windows, state, choice);
  if (!pairs.ok) return pairs;
  if (pairs.value.length === 0) {
    return fail('not-found', 'None of the file’s windows is one of this session. Nothing was imported.');
  }
  return ok({ transcript, pairs: pairs.value });
}

/** One coder codes a window once. Only they can say which of two they mean. */
function windowMatchedTwice(pairs: readonly Pair[]): string | undefined {
  const [both] = [...Map.groupBy(pairs, ({ window }) => window).values()].filter((files) => files.length > 1);
  if (both === undefined) return undefined;
  const ids = both.map(({ file }) => `“${file.id}”`).join(', ');
  return `More than one of the import’s windows is the same window of this session: ${ids}. Nothing was imported.`;
}

function strayIn({ windows }: Transcript, pairs: readonly Pair[]): readonly string[] {
  const taken = new Set(pairs.map(({ file }) => file));
  return windows.filter((file) => !taken.has(file)).map(({ id }) => id);
}

/** A complete second coding for each matching window. Ids are derived from the content, in any order. Rule REV4. */
function codingsOf(
  { transcript, pairs }: Matched,
  state: SessionState,
  program: Program,
  { independent: saidIndependent, importedBy }: ImportChoice,
  idOf: IdOf,
) {
  const coderName = coderNameOf(transcript, state);
  const by = ParticipantId.parse(`imported-${idOf(`coder ${cleanName(transcript.coder ?? '')}`)}`);
  const independent = isTrusted({ id: transcript.coder, name: coderName, saidIndependent, importedBy }, state);
  const eventsOf = eventsByWindow(transcript);
  return pairs.map(({ file, window }) => {
    const { windowId } = window;
    const events = eventsOf.get(file) ?? [];
    const codingId = CodingId.parse(idOf(`coding ${windowId} ${file.id} ${coderName} ${contentOf(events)}`));
    const codes = events.flatMap((event) => codeOf(event, program, codingId, idOf) ?? []);
    const named = { codingId, windowId, coderName, independent, ...(importedBy !== undefined && { importedBy }) };
    return { window, fact: { type: 'second-coding.imported', by, ...named, codes } as const };
  });
}

/** The content of a window's events, equal for any order in the file. */
function contentOf(events: readonly TranscriptEvent[]): string {
  const parts = events.map(({ at, code, candidates, mode, retracted }) => {
    return JSON.stringify([at, code ?? null, candidates ?? null, mode ?? null, retracted ?? false]);
  });
  return parts.toSorted().join();
}

function codeOf(event: TranscriptEvent, program: Program, codingId: CodingId, idOf: IdOf): ImportedCode | undefined {
  const { candidates, mode, at: heardAt, retracted: undone = false } = event;
  const code = candidates && mode ? resolveCandidates(program, candidates, mode) : event.code;
  if (code === undefined) return undefined;
  const codeId = CodeId.parse(idOf(`code ${codingId} ${event.id}`));
  const doubt = candidates && mode && candidates.length <= MAX_CANDIDATES ? { candidates, mode } : {};
  return { codeId, code, heardAt, ...doubt, undone };
}

/** The most codes in one fact of a session. */
const MAX_CANDIDATES = 4;
/** The greatest length of a name in a fact. */
const MAX_NAME_LENGTH = 80;
const NAMELESS = 'Imported';

function codesOf({ code, candidates }: TranscriptEvent): readonly string[] {
  return candidates ?? (code === undefined ? [] : [code]);
}

/** The file's own name for its coder, or the session's name if it knows the id. */
function coderNameOf({ coder }: Transcript, state: SessionState): string {
  if (coder === undefined) return NAMELESS;
  const known = exportedCoders(state).find(
    ({ recordId, participantId }) => recordId === coder || participantId === coder,
  );
  const reviewer = ParticipantId.safeParse(coder);
  const name = known?.name ?? (reviewer.success ? nameOf(state, reviewer.data) : coder);
  return cleanName(cutBetweenLetters(cleanName(plainLine(name)))) || NAMELESS;
}

function cutBetweenLetters(name: string): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('en').segment(name)) {
    if (index + segment.length > MAX_NAME_LENGTH) break;
    end = index + segment.length;
  }
  return name.slice(0, end);
}

function matchWindows(
  files: readonly FileWindow[],
  state: SessionState,
  { windowId }: ImportChoice,
): Reply<readonly Pair[]> {
  if (windowId === undefined) {
    return ok(
      files.flatMap((file) => {
        const window = state.windows.find((one) => one.windowId === file.id) ?? nearest(file, state);
        return window ? [{ file, window }] : [];
      }),
    );
  }
  const matching = state.windows.filter((one) => one.windowId.startsWith(windowId));
  const [window] = matching;
  const exact = files.filter(({ id }) => id === window?.windowId);
  const of = exact.length > 0 ? exact : files.filter(({ kind }) => kind === window?.kind);
  const [file] = of;
  if (window === undefined || matching.length > 1) {
    const list = state.windows.map((one) => `${one.windowId} (${one.kind})`).join(', ');
    return fail(
      'not-found',
      `No window of this session has that id, or more than one does. Its windows: ${list || 'none'}.`,
    );
  }
  if (file === undefined || of.length > 1) {
    return fail('invalid', 'With --window, the file must have exactly one window of that kind.');
  }
  return ok([{ file, window }]);
}

/** The window of the same kind that shares the most time with it, if that is at least half of the shorter one. */
function nearest(file: FileWindow, state: SessionState): SessionWindow | undefined {
  const shared = state.windows
    .filter(({ kind }) => kind === file.kind)
    .map((window) => {
      const spans = spansUntil(window, closedAt(state));
      const least = Math.min(lengthOf(spans), lengthOf(file.spans));
      return { window, share: least > 0 ? overlapOf(spans, file.spans) / least : 0 };
    })
    .filter(({ share }) => share >= 0.5)
    .toSorted((one, other) => other.share - one.share);
  return shared[0]?.window;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** How much time two lists of spans share, in ms. Spans within one list do not overlap. */
function overlapOf(some: readonly Span[], others: readonly Span[]): number {
  const [left, right] = [inOrder(some), inOrder(others)];
  let [sum, at, beside] = [0, 0, 0];
  for (let one = left[0], other = right[0]; one && other; one = left[at], other = right[beside]) {
    sum += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]));
    if (one[1] < other[1]) at += 1;
    else beside += 1;
  }
  return sum;
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return spans.toSorted(([from], [other]) => from - other);
}

/** Events by window: the one they lie in, otherwise the last that began before them, otherwise the first. */
function eventsByWindow({ windows, events }: Transcript) {
  const inside = windowsAround(windows, events);
  const lastFirst = windows
    .map((window) => ({ window, from: window.spans.reduce((least, [from]) => Math.min(least, from), Infinity) }))
    .toSorted((one, other) => other.from - one.from);
  return Map.groupBy(
    events,
    (event) => inside.get(event) ?? lastFirst.find(({ from }) => from <= event.at)?.window ?? windows[0],
  );
}

/** The window that each event lies in, the first of several. Events in none are left out. */
function windowsAround(windows: readonly FileWindow[], events: readonly TranscriptEvent[]) {
  const inTime = events.toSorted((one, other) => one.at - other.at);
  const around = new Map<TranscriptEvent, FileWindow>();
  for (const window of windows) {
    let next = 0;
    for (const [from, to] of inOrder(window.spans)) {
      for (let event = inTime[next]; event && event.at < to; event = inTime[next]) {
        if (event.at >= from && !around.has(event)) around.set(event, window);
        next += 1;
      }
    }
  }
  return around;
}
