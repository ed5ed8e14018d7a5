import { type Span, spansUntil } from '#shared/domain/codingWindow.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { MAX_IMPORTED_CODES } from '#shared/protocol/imports.ts';
import type { Transcript, TranscriptEvent } from '#shared/protocol/transcript.ts';
import { closedAt } from '#shared/session/exportScene.ts';
import { transcriptHead } from '#shared/session/sessionTranscript.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';
import type { CodedFile, FileEvent, FileRecord } from './codedFile.ts';
import { codedCaregivers, type ImportMap, type ImportScene, importedTo, isDecided } from './importMap.ts';

/** A record in the session's own terms: a transcript for each caregiver, and which events are in none. */
export type MappedRecord = {
  readonly transcripts: readonly Transcript[];
  /** Events that became codes: all of them, and those outside the spans of any window, which count nowhere. */
  readonly codes: number;
  readonly uncounted: number;
  readonly leftOut: number;
  /** Left out because they are before the session or after its end. */
  readonly beyond: number;
  readonly windows: number;
};

/** How many unknown words are named at once. */
const MAX_LISTED = 8;

type Mapped = { readonly at: number; readonly code: string; readonly retracted: boolean };

/**
 * A record as transcripts of the windows that the file says were coded, otherwise those with a code. A word that the
 * map lacks is refused, so that no code disappears unless somebody said so.
 */
export function mapRecord(
  { windows: fileWindows }: CodedFile,
  record: FileRecord,
  map: ImportMap,
  sessionId: SessionId,
  scene: ImportScene,
): Reply<MappedRecord> {
  if (!isDecided(map))
    return fail('invalid', 'The map still has a “?”. Say what it means, or use null to leave it out.');
  const whom = caregiversOf(map, scene);
  if (!whom.ok) return whom;
  const meaning = meaningOf(map, scene);
  if (!meaning.ok) return meaning;

  const end = closedAt(scene.state);
  const given = new Map<CaregiverId, Mapped[]>();
  const strange = new Set<string>();
  const left = { out: 0, beyond: 0 };
  for (const event of record.events) {
    const caregiverId = whom.value.get(event.subject);
    const code = meaning.value(event);
    if (caregiverId === undefined) strange.add(`the subject “${event.subject}”`);
    if (code === undefined) strange.add(`“${[event.from, event.value].filter(Boolean).join(': ')}”`);
    if (caregiverId === undefined || code === undefined) continue;
    const at = event.at + map.offsetMs;
    if (caregiverId === null || code === null) left.out += 1;
    else if (at < 0 || at > end) left.beyond += 1;
    else {
      const own = given.get(caregiverId) ?? [];
      given.set(caregiverId, own);
      own.push({ at, code, retracted: event.retracted });
    }
  }
  if (strange.size > 0)
    return fail('invalid', `The map does not have ${[...strange].slice(0, MAX_LISTED).join(', ')}.`);

  const parts = [...given].map(([caregiverId, events]) => {
    const said = fileWindows.filter(({ subject }) => whom.value.get(subject) === caregiverId);
    const windows = windowsOf(caregiverId, events, said, map, scene);
    return { caregiverId, events, windows };
  });
  const found = parts.filter(({ windows }) => windows.length > 0);
  const codes = found.reduce((sum, { events }) => sum + events.length, 0);
  if (codes === 0) return fail('not-found', 'No code of the record lies in a window of this session.');
  if (codes > MAX_IMPORTED_CODES) return fail('invalid', `These are more than ${MAX_IMPORTED_CODES} codes.`);
  return ok({
    transcripts: found.map((part) => transcriptOf(part, map, sessionId, scene)),
    codes,
    uncounted: found.reduce(
      (sum, { events, windows }) => sum + events.filter(({ at }) => !isIn(windows, at)).length,
      0,
    ),
    leftOut: left.out,
    beyond:
      left.beyond + parts.filter((part) => !found.includes(part)).reduce((sum, { events }) => sum + events.length, 0),
    windows: found.reduce((sum, { windows }) => sum + windows.length, 0),
  });
}

/** Null means that the subject is left out. */
function caregiversOf({ subjects }: ImportMap, { state }: ImportScene): Reply<ReadonlyMap<string, CaregiverId | null>> {
  const coded = codedCaregivers(state);
  const found = new Map<string, CaregiverId | null>();
  for (const { from, caregiver } of subjects) {
    const named = coded.filter(({ caregiverId, name }) => caregiverId === caregiver || name === caregiver);
    const [one, ...more] = named;
    if (caregiver !== null && (one === undefined || more.length > 0)) {
      const list = coded.map(({ caregiverId, name }) => `${caregiverId} (${name})`).join(', ');
      return fail(
        'invalid',
        `“${caregiver}” is not the name or id of one coded caregiver. The coded caregivers are: ${list}.`,
      );
    }
    found.set(from, caregiver === null ? null : (one?.caregiverId ?? null));
  }
  return ok(found);
}

/** The code of an event; null if it is left out, undefined if the map does not say. */
function meaningOf(
  { codes }: ImportMap,
  { program }: ImportScene,
): Reply<(event: FileEvent) => string | null | undefined> {
  const known = new Set(importedTo(program).map(({ code }) => code));
  const strange = codes.find(({ to }) => to !== null && !known.has(to));
  if (strange) return fail('invalid', `“${strange.to ?? ''}” is not a code of ${program.name} that can be imported.`);
  const keyOf = (from: string, value: string | null) => JSON.stringify([from, value]);
  const rows = new Map(codes.map(({ from, value, to }) => [keyOf(from, value), to]));
  return ok(({ from, value }) => {
    const exact = rows.get(keyOf(from, value));
    return exact === undefined ? rows.get(keyOf(from, null)) : exact;
  });
}

/** The caregiver's windows of which the file covers at least half, or that have one of its codes. */
function windowsOf(
  caregiverId: CaregiverId,
  events: readonly Mapped[],
  fileWindows: CodedFile['windows'],
  { offsetMs }: ImportMap,
  { state }: ImportScene,
): readonly SessionWindow[] {
  const own = state.windows.filter((window) => window.caregiverId === caregiverId);
  if (fileWindows.length === 0) return own.filter((window) => events.some(({ at }) => isIn([window], at)));
  return own.filter((window) => {
    const spans = spansUntil(window, 0);
    const shared = fileWindows
      .filter(({ kind }) => kind === window.kind)
      .flatMap(({ from, to }) => spans.map((span) => sharedMs(span, [from + offsetMs, to + offsetMs])));
    const whole = spans.reduce((sum, [from, to]) => sum + to - from, 0);
    return whole > 0 && shared.reduce((sum, ms) => sum + ms, 0) >= whole / 2;
  });
}

function sharedMs([from, to]: Span, [start, end]: Span): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start));
}

function isIn(windows: readonly SessionWindow[], at: number): boolean {
  return windows.some((window) => spansUntil(window, 0).some(([from, to]) => at >= from && at < to));
}

type Part = {
  readonly caregiverId: CaregiverId;
  readonly events: readonly Mapped[];
  readonly windows: readonly SessionWindow[];
};

function transcriptOf(
  { caregiverId, events, windows }: Part,
  { coder }: ImportMap,
  sessionId: SessionId,
  { state, program }: ImportScene,
): Transcript {
  const head = transcriptHead(sessionId, state, program, caregiverId, closedAt(state));
  const ids = new Set(windows.map(({ windowId }) => String(windowId)));
  return {
    ...head,
    coder,
    windows: head.windows.filter(({ id }) => ids.has(id)),
    events: events.map(({ at, code, retracted }, index): TranscriptEvent => {
      return { id: `e${index + 1}`, at, code, ...(retracted && { retracted: true }) };
    }),
  };
}
