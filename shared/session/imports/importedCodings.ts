import type { Span } from '#shared/domain/codingWindow.ts';
import { spansUntil } from '#shared/domain/codingWindow.ts';
import { cleanName } from '#shared/domain/cleanName.ts';
import { findCode, type Programme } from '#shared/domain/programmes/programme.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, CodingId, ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { Transcript, TranscriptEvent } from '#shared/protocol/transcript.ts';
import type { SessionState, SessionWindow } from '../sessionState.ts';
import { SIGNED_OFF } from '../review/signedOff.ts';
import { exportedCoders, nameOf } from '../exports/exportedCodes.ts';
import { closedAt } from '../exports/exportScene.ts';
import { plainLine } from '../exports/plainLine.ts';
import { type FileCode, isKnown, isTrusted, whoseCodingIs } from './importTrust.ts';

export type ImportChoice = {
  /** The window that the file's one window is of, where its own id does not say so. */
  readonly windowId: string | undefined;
  /** Whether whoever brings it says that its coder had not seen the codes of others. */
  readonly independent: boolean;
  /** Who brought it; undefined for the command line, which knows nobody. */
  readonly broughtBy?: ParticipantId | undefined;
};

/** What an import comes to: the facts to write, and which of the file's windows are not this session's. */
export type Imported = {
  readonly facts: readonly FactDraft[];
  readonly codings: number;
  readonly known: number;
  readonly strayWindows: readonly string[];
};

type FileWindow = Transcript['windows'][number];
/** An id that follows from a name: the same name has the same id, as a UUID. */
type IdOf = (name: string) => string;

const TWICE = fail('invalid', 'The same coding is in this import twice. Bring it once: nothing was imported.');

function theCodingOf(name: string) {
  const whose = name === '' ? 'another coder' : name;
  return fail('invalid', `This is the coding of ${whose}: the same codes at the same times. Nothing was imported.`);
}

/** The codings of several transcripts, of a caregiver each: all of them, or none. */
export function importedCodings(
  transcripts: readonly Transcript[],
  state: SessionState,
  programme: Programme,
  choice: ImportChoice,
  idOf: IdOf,
): Reply<Imported> {
  const all: Imported[] = [];
  for (const transcript of transcripts) {
    const made = codingsOf(transcript, state, programme, choice, idOf);
    if (!made.ok) return made;
    all.push(made.value);
  }
  const started = all
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => (fact.type === 'second-coding.started' ? [fact.codingId] : []));
  if (new Set(started).size < started.length) return TWICE;
  if (started.length > 0 && state.review.signedOff !== undefined) return SIGNED_OFF;
  const sum = (of: (one: Imported) => number) => all.reduce((total, one) => total + of(one), 0);
  return ok({
    facts: all.flatMap(({ facts }) => facts),
    codings: sum(({ codings }) => codings),
    known: sum(({ known }) => known),
    strayWindows: all.flatMap(({ strayWindows }) => strayWindows),
  });
}

/**
 * A transcript as second codings of the session's windows, one for each of its windows that is one of them: by id, else by
 * kind and time. Ids follow from what the file says, so that the same file brought again becomes nothing. Rule REV4.
 */
function codingsOf(
  transcript: Transcript,
  state: SessionState,
  programme: Programme,
  choice: ImportChoice,
  idOf: IdOf,
): Reply<Imported> {
  if (transcript.programme !== state.programme) {
    return fail('invalid', `The file is coded by “${transcript.programme}”, the session by “${state.programme}”.`);
  }
  const strange = transcript.events.find((event) => codesOf(event).some((code) => !findCode(programme, code)));
  if (strange) return fail('invalid', `The session’s programme lacks a code of the file’s event ${strange.id}.`);
  const matched = matchWindows(transcript.windows, state, choice);
  if (!matched.ok) return matched;
  const pairs = matched.value;
  if (pairs.length === 0) {
    return fail('not-found', 'None of the file’s windows is one of this session. Nothing was imported.');
  }
  const coderName = coderNameOf(transcript, state);
  const by = ParticipantId.parse(`imported-${idOf(`coder ${cleanName(transcript.coder ?? '')}`)}`);
  const { broughtBy, independent: saidIndependent } = choice;
  const independent = isTrusted({ id: transcript.coder, name: coderName, saidIndependent, broughtBy }, state);
  const given = pairs.map(({ file, window }) => {
    const events = transcript.events.filter((event) => ownerOf(event, transcript.windows) === file);
    return { file, window, events, codes: events.flatMap((event) => fileCode(event, programme)) };
  });
  const fresh = given.filter(({ codes, window }) => !isKnown(codes, coderName, state, window));
  for (const { codes, window } of fresh) {
    const name = whoseCodingIs(codes, state, programme, window);
    if (name !== undefined) return theCodingOf(name);
  }
  const made = fresh.map(({ file, window, events }) => {
    const { windowId } = window;
    const codingId = CodingId.parse(idOf(`coding ${windowId} ${file.id} ${coderName} ${contentOf(events)}`));
    const named = { coderName, independent, ...(broughtBy !== undefined && { broughtBy }) };
    const started = { codingId, windowId, source: 'imported', ...named } as const;
    return [
      { type: 'second-coding.started', by, ...started } as const,
      ...events.flatMap((event) => codeFacts(event, programme, codingId, by, idOf)),
      { type: 'second-coding.finished', by, codingId } as const,
    ];
  });
  const taken = new Set(pairs.map(({ file }) => file));
  return ok({
    facts: made.flat(),
    codings: made.length,
    known: given.length - made.length,
    strayWindows: transcript.windows.filter((file) => !taken.has(file)).map(({ id }) => id),
  });
}

/** What is the same of a window's events in whatever order a file has them. */
function contentOf(events: readonly TranscriptEvent[]): string {
  const parts = events.map(({ at, code, candidates, mode, retracted }) => {
    return JSON.stringify([at, code ?? null, candidates ?? null, mode ?? null, retracted ?? false]);
  });
  return parts.toSorted().join();
}

function fileCode(event: TranscriptEvent, programme: Programme): readonly FileCode[] {
  const code = resolvedCode(event, programme);
  return code === undefined ? [] : [{ at: event.at, code, retracted: event.retracted === true }];
}

function resolvedCode({ code, candidates, mode }: TranscriptEvent, programme: Programme): string | undefined {
  return candidates && mode ? resolveCandidates(programme, candidates, mode) : code;
}

function codeFacts(
  event: TranscriptEvent,
  programme: Programme,
  codingId: CodingId,
  by: ParticipantId,
  idOf: IdOf,
): readonly FactDraft[] {
  const { candidates, mode, at, retracted } = event;
  const code = resolvedCode(event, programme);
  if (code === undefined) return [];
  const codeId = CodeId.parse(idOf(`code ${codingId} ${event.id}`));
  const doubt = candidates && mode && candidates.length <= MOST_CANDIDATES ? { candidates, mode } : {};
  const coded: FactDraft = { type: 'second-coding.coded', by, codingId, codeId, code, heardAt: at, ...doubt };
  return retracted === true ? [coded, { type: 'second-coding.undone', by, codingId, codeId }] : [coded];
}

/** As many as a fact of a session holds. */
const MOST_CANDIDATES = 4;
/** As long as a name may be in a fact. */
const MOST_OF_NAME = 80;
const NAMELESS = 'Imported';

function codesOf({ code, candidates }: TranscriptEvent): readonly string[] {
  return candidates ?? (code === undefined ? [] : [code]);
}

/** The file's own word for its coder, or their name where this session knows the id. */
function coderNameOf({ coder }: Transcript, state: SessionState): string {
  if (coder === undefined) return NAMELESS;
  const known = exportedCoders(state).find(
    ({ recordId, participantId }) => recordId === coder || participantId === coder,
  );
  const reviewer = ParticipantId.safeParse(coder);
  const name = known?.name ?? (reviewer.success ? nameOf(state, reviewer.data) : coder);
  // Cut between letters, never within one.
  const letters = new Intl.Segmenter('en').segment(cleanName(plainLine(name)));
  const kept = [...letters].filter(({ index, segment }) => index + segment.length <= MOST_OF_NAME);
  return cleanName(kept.map(({ segment }) => segment).join('')) || NAMELESS;
}

type Pair = { readonly file: FileWindow; readonly window: SessionWindow };

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
    return fail('not-found', `There is not one window of that id in this session. There is: ${list || 'none'}.`);
  }
  if (file === undefined || of.length > 1) {
    return fail('invalid', 'The file has not just one window of that kind: leave --window out, or give it one alone.');
  }
  return ok([{ file, window }]);
}

/** The window of the same kind that shares the most time with it, where that is at least half of the shorter one. */
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

function overlapOf(some: readonly Span[], others: readonly Span[]): number {
  const each = some.flatMap(([from, to]) => others.map(([start, end]) => Math.min(to, end) - Math.max(from, start)));
  return each.reduce((sum, shared) => sum + Math.max(0, shared), 0);
}

/** The window of the file that an event is of: the one it lies in, else the last that began before it, else the first. */
function ownerOf({ at }: TranscriptEvent, windows: readonly FileWindow[]): FileWindow | undefined {
  const inside = windows.find(({ spans }) => spans.some(([from, to]) => at >= from && at < to));
  const begun = windows
    .map((window) => ({ window, from: Math.min(...window.spans.map(([from]) => from)) }))
    .filter(({ from }) => from <= at)
    .toSorted((one, other) => other.from - one.from);
  return inside ?? begun[0]?.window ?? windows[0];
}
