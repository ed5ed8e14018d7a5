import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodeId } from '#shared/protocol/ids.ts';
import { aReviewedSession, SECOND_CODING } from '#shared/session/exports/aReviewedSession.ts';
import type { ExportScene } from '#shared/session/exports/exportScene.ts';
import { made, RECORD_READERS } from '#shared/session/exports/readExports.builder.ts';
import { comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { naiveReliability } from '#server/cli/reliability/naiveReliability.oracle.ts';

/** The first window of the session, in ms: what both coded. */
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

/** The reviewed session, whose second coder gave these codes. */
function sessionWith(codes: readonly { readonly heardAt: number; readonly code: string }[]): ExportScene {
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
    coding.codingId === SECOND_CODING ? { ...coding, codes: given } : coding,
  );
  return { ...scene, state: { ...scene.state, review: { ...scene.state.review, codings } } };
}

describe.each(['boris', 'eaf', 'sdis'] as const)('[REL9] agreement reckoned from %s', (format) => {
  test('is that of the session’s own figures, whatever a review made of the codes', () => {
    fc.assert(
      fc.property(again, (codes) => {
        const scene = sessionWith(codes);
        const pair = reliabilityOf(scene.state, scene.programme).find(({ trainee }) => trainee.id === SECOND_CODING);
        if (pair === undefined) throw new Error('The window was coded twice.');
        const ours = comparePair(pair, scene.programme);
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
