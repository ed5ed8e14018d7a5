import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CodeId } from '#shared/protocol/ids.ts';
import { aReviewedSession, SECOND_CODING } from '#shared/session/exports/aReviewedSession.ts';
import type { ExportScene } from '#shared/session/exports/exportScene.ts';
import { textExport, type TextFormat } from '#shared/session/exports/textExport.ts';
import { comparePair, reliabilityOf } from '#shared/session/review/reliabilityOf.ts';
import { naiveReliability } from '#server/cli/reliability/naiveReliability.oracle.ts';

type Coded = { readonly at: number; readonly code: string };
/** What a reader of one format finds of the lead coach’s record, and of the second coder’s. */
type Read = { readonly lead: readonly Coded[]; readonly second: readonly Coded[] };

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

function made(format: TextFormat, scene: ExportScene): string {
  const text = textExport(format, scene);
  if (!text.ok) throw new Error(text.error.message);
  return text.value;
}

const Boris = z.object({
  observations: z.record(
    z.string(),
    z.object({ events: z.array(z.tuple([z.number(), z.string(), z.string()]).rest(z.unknown())) }),
  ),
});

function readBoris(text: string): Read {
  const { observations } = Boris.parse(JSON.parse(text));
  const of = (name: string) =>
    (observations[name]?.events ?? []).map(([at, , code]) => ({ at: Math.round(at * 1_000), code }));
  return { lead: of('Noor, as given'), second: of('Omar (recording), as given') };
}

const Text = z.coerce.string();
const Eaf = z.object({
  ANNOTATION_DOCUMENT: z.object({
    TIME_ORDER: z.object({
      TIME_SLOT: z.array(z.object({ '@_TIME_SLOT_ID': Text, '@_TIME_VALUE': z.coerce.number() })),
    }),
    TIER: z.array(
      z.object({
        '@_TIER_ID': Text,
        '@_LINGUISTIC_TYPE_REF': Text,
        ANNOTATION: z.array(
          z.object({ ALIGNABLE_ANNOTATION: z.object({ '@_TIME_SLOT_REF1': Text, ANNOTATION_VALUE: Text }) }),
        ),
      }),
    ),
  }),
});

function readElan(text: string): Read {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['TIER', 'ANNOTATION'].includes(name) });
  const { ANNOTATION_DOCUMENT: root } = Eaf.parse(parser.parse(text));
  const times = new Map(root.TIME_ORDER.TIME_SLOT.map((slot) => [slot['@_TIME_SLOT_ID'], slot['@_TIME_VALUE']]));
  const of = (start: string) =>
    root.TIER.filter((tier) => tier['@_TIER_ID'].startsWith(start) && tier['@_LINGUISTIC_TYPE_REF'] === 'code').flatMap(
      (tier) =>
        tier.ANNOTATION.map(({ ALIGNABLE_ANNOTATION: one }) => {
          return { at: times.get(one['@_TIME_SLOT_REF1']) ?? NaN, code: one.ANNOTATION_VALUE };
        }),
    );
  return { lead: of('Noor, as given / Maria'), second: of('Omar (recording), as given / Maria') };
}

function readSdis(text: string): Read {
  const of = (title: string) => {
    const sequence = text.split(' /\n').find((one) => one.includes(title)) ?? '';
    return [...sequence.matchAll(/^(\w+),(\d+\.\d{3})$/gmu)].map(([, code = '', at]) => {
      return { at: Math.round(Number(at) * 1_000), code };
    });
  };
  return { lead: of('Noor as given Maria'), second: of('Omar recording as given Maria') };
}

describe.each([
  ['boris', readBoris],
  ['eaf', readElan],
  ['sdis', readSdis],
] as const)('[REL9] agreement reckoned from %s', (format, read) => {
  test('is that of the session’s own figures, whatever a review made of the codes', () => {
    fc.assert(
      fc.property(again, (codes) => {
        const scene = sessionWith(codes);
        const pair = reliabilityOf(scene.state, scene.programme).find(({ trainee }) => trainee.id === SECOND_CODING);
        if (pair === undefined) throw new Error('The window was coded twice.');
        const ours = comparePair(pair, scene.programme);
        const { lead, second } = read(made(format, scene));
        const file = (record: readonly Coded[]) => {
          const events = record.map((event, index) => ({ id: `e${index}`, ...event }));
          return { windows: [{ id: 'w', kind: 'cdi' as const, spans: SPANS }], events };
        };
        const theirs = naiveReliability(file(lead), file(second), TOLERANCE_MS, 'none');
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
