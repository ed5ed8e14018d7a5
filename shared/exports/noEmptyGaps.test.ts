import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aFact, CAREGIVER_A, LEAD, PARENT, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aReviewedSession } from '#shared/session/testing/aReviewedSession.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { made, readBorisFile, readCsv, readEafFile, readSdisFile } from './testing/readExports.ts';
import { recordPages } from './recordPages.ts';

const [BEGINS, ENDS, CLOSES] = [10_000, 320_000, 500_000];
type Timed = FactDraft & { readonly at: number };

/** Moments that are often equal, and lie at the edges of the window and the session. */
const moments = fc.constantFrom(
  9_999,
  BEGINS,
  BEGINS + 1,
  100_000,
  100_000,
  100_400,
  200_000,
  ENDS - 1,
  ENDS,
  ENDS + 1,
  CLOSES,
);
const happening = fc.constantFrom('left', 'joined', 'paused', 'resumed');
const happenings = fc.array(fc.tuple(moments, happening), { maxLength: 10 });

function draftOf(at: number, what: 'left' | 'joined' | 'paused' | 'resumed'): Timed {
  switch (what) {
    case 'left':
      return { type: 'participant.left', by: 'server', at, participantId: PARENT, why: 'connection' };
    case 'joined': {
      const who = { participantId: PARENT, name: 'Maria', role: 'caregiver', device: 'combined' } as const;
      return { type: 'participant.joined', by: 'server', at, ...who, wearer: CAREGIVER_A };
    }
    case 'paused':
      return { type: 'coding.paused', by: LEAD, at, reason: '' };
    case 'resumed':
      return { type: 'coding.resumed', by: LEAD, at };
  }
}

function sceneWith(found: readonly (readonly [number, 'left' | 'joined' | 'paused' | 'resumed'])[]): ExportScene {
  const windowId = aFact.windowId(1);
  const window = { windowId, kind: 'cdi', caregiverId: CAREGIVER_A, lengthMs: ENDS - BEGINS } as const;
  const own: readonly Timed[] = [
    { type: 'coding.started', by: LEAD, at: BEGINS, ...window },
    { type: 'coding.finished', by: 'server', at: ENDS, windowId, complete: true },
    { type: 'session.closed', by: LEAD, at: CLOSES },
  ];
  const code = { codeId: aFact.codeId(1), code: 'LP', caregiverId: CAREGIVER_A, heardAt: 150_000, pressedAt: 150_000 };
  const given: Timed = { type: 'code.recorded', by: LEAD, at: 150_000, ...code };
  const later = [...found.map(([at, what]) => draftOf(at, what)), given, ...own].toSorted((a, b) => a.at - b.at);
  const before = UNTIL_CHECK_IN.map((draft): Timed => ({ ...draft, at: 1_000 }));
  const facts = [...before, ...later].map((draft, index) => ({ ...draft, seq: index + 2 }));
  return { ...aReviewedSession(), state: foldFacts([aFact.opened(), ...facts]) };
}

type Span = readonly [from: number, to: number];

/** Every gap, stop and span of a window in a format. */
const SPANS: Readonly<Record<string, (scene: ExportScene) => readonly Span[]>> = {
  csv: (scene) =>
    readCsv(made('csv', scene))
      .filter((row) => /^(?:gap|stop:.*|window)$/u.test(row['kind'] ?? ''))
      .map((row) => [Number(row['at_ms']), Number(row['until_ms'])]),
  // An annotation lasts at least a ms, so what it shows must have lasted too.
  eaf: (scene) => {
    const tiers = readEafFile(made('eaf', scene)).tiers.filter(({ name }) => /^(?:Gaps|Windows \/)/u.test(name));
    const real = [...scene.state.gaps.map(({ from, to = 0 }): Span => [from, to]), ...spansOf(scene)];
    return tiers.flatMap(({ annotations }) =>
      annotations.map(({ at, until }) => real.find(([from, to]) => from === at && to === until) ?? ([at, at] as const)),
    );
  },
  boris: (scene) => {
    const windows = readBorisFile(made('boris', scene)).observations.find(({ name }) => name === 'Windows');
    const times = (windows?.events ?? []).map(({ at }) => at);
    return times.flatMap((at, index) => (index % 2 === 0 ? [[at, times[index + 1] ?? at] as const] : []));
  },
  sdis: (scene) =>
    readSdisFile(made('sdis', scene)).sequences.flatMap(({ text }) =>
      [...text.matchAll(/,(\d+\.\d{3})-(\d+\.\d{3})$/gmu)].map(([, from, to]) => [Number(from), Number(to)] as const),
    ),
  transcript: (scene) => spansOf(scene),
  fhir: (scene) =>
    Periods.parse(JSON.parse(made('fhir', scene))).entry.flatMap(({ resource: { id, effectivePeriod: period } }) =>
      period === undefined || !id.startsWith('agreement') ? [] : [[Date.parse(period.start), Date.parse(period.end)]],
    ),
};

const Period = z.object({ start: z.string(), end: z.string() });
const Periods = z.object({
  entry: z.array(z.object({ resource: z.object({ id: z.string(), effectivePeriod: Period.optional() }) })),
});

function spansOf(scene: ExportScene): readonly Span[] {
  const read = readTranscript(JSON.parse(made('transcript', scene)));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.transcript.windows.flatMap(({ spans }) => spans);
}

test.for(Object.entries(SPANS))('[WIN4] no gap, stop or span of %s has zero length', ([, readSpans]) => {
  fc.assert(
    fc.property(happenings, (found) => {
      const empty = readSpans(sceneWith(found)).filter(([from, to]) => from >= to);
      expect(empty).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('[WIN4] no stop of the record reads as if it had zero length', () => {
  fc.assert(
    fc.property(happenings, (found) => {
      const said = recordPages(sceneWith(found)).map((block) => ('text' in block ? block.text : ''));
      expect(said.filter((text) => /(\d+:\d\d) to \1(?!\d)|for 0\.000 s/u.test(text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
