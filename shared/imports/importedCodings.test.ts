import { cpuUsage } from 'node:process';
import { expect, test } from 'vitest';
import { growth, LINEAR } from '#shared/testing/growth.ts';
import { Fact } from '#shared/protocol/facts.ts';
import { MAX_IMPORTED_CODES } from '#shared/protocol/imports.ts';
import { readTranscript, type Transcript } from '#shared/protocol/transcript.ts';
import { aReviewedSession } from '#shared/session/testing/aReviewedSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { mayReview } from '#shared/session/review/mayReview.ts';
import { importedCodings } from './importedCodings.ts';

const { state, program } = aReviewedSession();
const [WINDOW] = state.windows;
const [SPAN] = WINDOW?.spans ?? [];
if (WINDOW === undefined || SPAN === undefined) throw new Error('The session has a window.');
const [from, to] = SPAN;

type Windows = Transcript['windows'];
const aWindow = (id: string, spans: Windows[number]['spans'] = [[from, to]]) => ({ id, kind: WINDOW.kind, spans });

function aTranscript(windows: Windows, moments: readonly number[]): Transcript {
  const read = readTranscript({
    format: 'earshot-transcript/1',
    programme: program.id,
    criteria: program.version,
    coder: 'A lab',
    windows,
    events: moments.map((at, index) => ({ id: `e${index}`, at, code: 'LP' })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.transcript;
}

/** Ids in the order in which they are requested, and how much was read for them. */
function ids() {
  const asked = new Map<string, string>();
  return {
    idOf: (name: string) => {
      const known = asked.get(name) ?? `00000000-0000-4000-8000-${String(asked.size).padStart(12, '0')}`;
      asked.set(name, known);
      return known;
    },
    letters: () => [...asked.keys()].reduce((sum, name) => sum + name.length, 0),
  };
}
const importAll = (transcripts: readonly Transcript[], { idOf } = ids()) =>
  importedCodings(transcripts, state, program, { windowId: undefined, independent: true }, idOf);

test('two windows of a file that match one window of the session are refused and named', () => {
  const twice = aTranscript([aWindow(WINDOW.windowId), aWindow('again')], [from]);
  const refused = importAll([twice]);
  expect(!refused.ok && refused.error.message).toContain(`“${WINDOW.windowId}”, “again”`);
  const [one, other] = [aTranscript([aWindow('one')], [from]), aTranscript([aWindow('other')], [from])];
  expect(importAll([one]).ok).toBe(true);
  expect(importAll([one, other]).ok).toBe(false);
});

test('a code belongs to the window it lies in, otherwise to the last that began before it, otherwise to the first', () => {
  const middle = Math.floor((from + to) / 2);
  const stray = aWindow('stray', [[to + 10, to + 20]]);
  const own = aWindow('own', [
    [middle, to],
    [from, middle],
  ]);
  const moments = [to + 15, to + 5, from, middle, to - 1, to + 25, from - 1];
  const made = importAll([aTranscript([own, stray], moments)]);
  const heard = made.ok
    ? made.value.facts.flatMap((fact) =>
        fact.type === 'second-coding.imported' ? fact.codes.map(({ heardAt }) => heardAt) : [],
      )
    : [];
  expect(heard).toEqual([to + 5, from, middle, to - 1, from - 1]);
  expect(made.ok && made.value.strayWindows).toEqual(['stray']);
});

test('a file is read once for its id, however many of its windows match', () => {
  const windows = state.windows.map(({ windowId, spans, kind }) => ({
    id: windowId,
    kind,
    spans: spans.map(([start, end]): [number, number] => [start, end]),
  }));
  expect(windows.length).toBeGreaterThan(1);
  const transcript = { ...aTranscript(windows, []), caregiver: 'x'.repeat(100_000) };

  const asked = ids();
  expect(importAll([transcript], asked)).toMatchObject({ ok: true, value: { codings: windows.length } });
  expect(asked.letters()).toBeLessThan(150_000);
});

test('the cost of an import grows no faster than its codes and spans', () => {
  const work = (size: number) => {
    const spans = Array.from({ length: size }, (_, index): [number, number] => [
      from + 2 * index,
      from + 2 * index + 1,
    ]);
    const stray = aWindow(
      'stray',
      spans.map(([start, end]) => [start + to, end + to]),
    );
    const transcript = aTranscript(
      [aWindow(WINDOW.windowId, spans), stray],
      spans.map(([start]) => start),
    );
    return () => importAll([transcript]);
  };
  expect(growth(work, 120, cpuUsage)).toBeLessThan(LINEAR);
});

test('a coding is one fact with all of its codes, and the session folds it at a cost that grows no faster', () => {
  const imported = (size: number): Fact => {
    const moments = Array.from({ length: size }, () => from);
    const made = importAll([aTranscript([aWindow(WINDOW.windowId)], moments)]);
    const [fact, ...more] = made.ok ? made.value.facts : [];
    if (fact === undefined || more.length > 0) throw new Error('One window is one fact.');
    return Fact.parse({ ...fact, seq: state.seq + 1, at: 1 });
  };
  const takeIn = (size: number) => {
    const fact = imported(size);
    return () => mayReview(state, fact) && foldFacts([fact], state);
  };
  expect(foldFacts([imported(3)], state).review.codings.at(-1)?.codes).toHaveLength(3);
  expect(growth(takeIn, MAX_IMPORTED_CODES / 16, cpuUsage)).toBeLessThan(LINEAR);
});

test('a repeated code in a coding, and a coding of an unknown window, are refused', () => {
  const made = importAll([aTranscript([aWindow(WINDOW.windowId)], [from, from])]);
  const fact = Fact.parse({ ...(made.ok && made.value.facts[0]), seq: state.seq + 1, at: 1 });
  if (fact.type !== 'second-coding.imported') throw new Error('A coding was imported.');
  const [code] = fact.codes;
  expect(mayReview(state, fact)).toBe(true);
  expect(mayReview(state, { ...fact, codes: code === undefined ? [] : [code, code] })).toBe(false);
  expect(mayReview({ ...state, windows: [] }, fact)).toBe(false);
  expect(mayReview(foldFacts([fact], state), { ...fact, seq: fact.seq + 1 })).toBe(false);
});

test('an older log, with a fact for each code, folds as before and like a single fact today', () => {
  const transcript = aTranscript([aWindow(WINDOW.windowId)], [from, from + 1]);
  const [first, last] = transcript.events;
  if (first === undefined || last === undefined) throw new Error('The file has two codes.');
  const made = importAll([{ ...transcript, events: [first, { ...last, retracted: true }] }]);
  const now = Fact.parse({ ...(made.ok && made.value.facts[0]), seq: state.seq + 1, at: 1 });
  if (now.type !== 'second-coding.imported') throw new Error('A coding was imported.');
  const { by, at, codingId, windowId, coderName, independent, codes } = now;
  const about = { by, at, codingId };
  const before = [
    { ...about, type: 'second-coding.started', windowId, coderName, independent, source: 'imported', broughtBy: 'ada' },
    ...codes.flatMap(({ codeId, code, heardAt, undone }) => [
      { ...about, type: 'second-coding.coded', codeId, code, heardAt },
      ...(undone ? [{ ...about, type: 'second-coding.undone', codeId }] : []),
    ]),
    { ...about, type: 'second-coding.finished' },
  ].map((fact, index) => Fact.parse({ ...fact, seq: state.seq + 1 + index }));
  expect(before.length).toBe(5);
  expect(foldFacts(before, state).review).toEqual(foldFacts([now], state).review);
});
