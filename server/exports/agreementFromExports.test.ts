import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeId } from '#shared/protocol/ids.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aFact, CAREGIVER_A, LEAD } from '#shared/session/testing/aSession.ts';
import { aReviewedSession, CODES, SECOND_CODING } from '#shared/session/testing/aReviewedSession.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { made, RECORD_READERS } from '#shared/exports/testing/readExports.ts';
import { textExport } from '#shared/exports/textExport.ts';
import { comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { commandFates } from '#shared/session/sequence/commandFates.ts';
import { compareTranscripts } from '#server/cli/reliability/compareTranscripts.ts';
import { naiveReliability } from '#server/cli/reliability/testing/naiveReliability.ts';

/** The first window of the session, in ms, which both coded. */
const SPANS = [
  [10_000, 60_000],
  [70_000, 320_000],
] as const;
const TOLERANCE_MS = 2_000;

const again = fc.array(
  fc.record({
    heardAt: fc.oneof(fc.constantFrom(11_400, 14_000, 20_050, 25_200), fc.integer({ min: 10_000, max: 40_000 })),
    code: fc.constantFrom('LP', 'UP', 'NTA', 'RF', 'QU'),
  }),
  { maxLength: 6 },
);

/** The reviewed session, in which the second coder gave these codes in this window. */
function sessionWith(
  codes: readonly { readonly heardAt: number; readonly code: string }[],
  windowId = aFact.windowId(1),
): ExportScene {
  const scene = aReviewedSession();
  const given = codes.map((code, index) => {
    return {
      ...code,
      codeId: CodeId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
      undone: false,
      candidates: undefined,
      mode: undefined,
    };
  });
  const codings = scene.state.review.codings.map((coding) =>
    coding.codingId === SECOND_CODING ? { ...coding, windowId, codes: given } : coding,
  );
  return { ...scene, state: { ...scene.state, review: { ...scene.state.review, codings } } };
}

describe.each(['boris', 'eaf', 'sdis', 'csv'] as const)('[REL9] agreement calculated from %s', (format) => {
  test('equals the session’s own figures, whatever a review made of the codes', () => {
    fc.assert(
      fc.property(again, (codes) => {
        const scene = sessionWith(codes);
        const pair = reliabilityOf(scene.state, scene.program).find(({ trainee }) => trainee.id === SECOND_CODING);
        if (pair === undefined) throw new Error('The window was coded twice.');
        const ours = comparePair(pair, scene.program);
        const record = (title: string) => RECORD_READERS[format](made(format, scene), title);
        const file = (title: string) => {
          const events = record(title).map((event, index) => ({ id: `e${index}`, ...event }));
          return { windows: [{ id: 'w', kind: 'cdi' as const, spans: SPANS }], events };
        };
        const theirs = naiveReliability(
          file('Noor, as given'),
          file('Omar (recording), as given'),
          TOLERANCE_MS,
          'none',
        );
        expect(theirs).toMatchObject({
          agreements: ours.agreements,
          substitutions: ours.substitutions,
          omissions: ours.omissions,
          commissions: ours.commissions,
          eventAgreement: ours.eventAgreement,
          countAgreement: ours.countAgreement,
          confusion: ours.confusion,
        });
        const kappa = ours.kappaMatched.kappa;
        if (kappa === null) expect(theirs.kappaMatched).toBeNull();
        else expect(theirs.kappaMatched).toBeCloseTo(kappa, 9);
      }),
      { numRuns: 25 },
    );
  });
});

describe('[REL9] agreement calculated from two transcripts', () => {
  /** The lead coach's codes in the first window, with interrupted and corrected ones among them. */
  const LEADS = [
    { heardAt: 11_400, code: 'LP' },
    { heardAt: 14_000, code: 'UP' },
    { heardAt: 20_050, code: 'LP' },
    { heardAt: 20_050, code: 'NTA' },
  ];

  const transcriptOf = (scene: ExportScene, coder: string) => {
    const text = textExport('transcript', scene, { coder, caregiverId: CAREGIVER_A });
    const read = readTranscript(JSON.parse(text.ok ? text.value : ''));
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.transcript;
  };
  const compared = (scene: ExportScene) =>
    compareTranscripts(transcriptOf(scene, LEAD), transcriptOf(scene, SECOND_CODING), scene.program, {
      toleranceMs: TOLERANCE_MS,
      lag: 'none',
    });
  const oursOf = (scene: ExportScene) => {
    const pair = reliabilityOf(scene.state, scene.program).find(({ trainee }) => trainee.id === SECOND_CODING);
    if (pair === undefined) throw new Error('The window was coded twice.');
    return comparePair(pair, scene.program);
  };

  test('equals the session’s own figures, whatever a review made of the codes', () => {
    fc.assert(
      fc.property(again, (codes) => {
        const scene = sessionWith(codes);
        const { agreements, substitutions, omissions, commissions } = oursOf(scene);
        expect(compared(scene)).toMatchObject({ agreements, substitutions, omissions, commissions });
      }),
      { numRuns: 50 },
    );
    expect(compared(sessionWith(LEADS))).toMatchObject({ agreements: 4, eventAgreement: 1 });
  });

  test('treats a command that a gap interrupted as the code that its coder gave', () => {
    const commands = [401_000, 410_000, 415_000].map((heardAt) => ({ heardAt, code: 'DC' }));
    const scene = sessionWith(commands, aFact.windowId(2));
    const gaps = [{ from: 402_000, to: 402_900 }];
    const interrupted = { ...scene, state: { ...scene.state, gaps } };
    expect(commandFates(interrupted.state, scene.program).interrupted.has(CODES.command)).toBe(true);
    expect(compared(interrupted)).toMatchObject({ agreements: 3, omissions: 0, commissions: 0 });
    expect(oursOf(interrupted)).toMatchObject({ agreements: 3, omissions: 0, commissions: 0 });
  });
});
