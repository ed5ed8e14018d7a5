import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listProgrammes } from '#shared/domain/programmes/findProgramme.ts';
import { actualOf, isAtGoal, type ScoredCriterion } from '#shared/domain/mastery.ts';
import { codesIn, type Programme } from '#shared/domain/programmes/programme.ts';
import { NO_TIME_OUT_SETTINGS } from '#shared/domain/sequence/commandSequence.ts';
import type { SessionReport } from '#shared/protocol/http.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { CONTRAINDICATED } from '#shared/session/sequence/aSequence.ts';
import { aCodedSession } from '#shared/session/exports/aCodedSession.ts';
import { closedAt, type ExportScene } from '#shared/session/exports/exportScene.ts';
import { made, readCsv } from '#shared/session/exports/readExports.builder.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { scoreTranscript } from '#server/cli/score/scoreTranscript.ts';
import { pdfReport } from './pdfReport.ts';

type Window = SessionReport['windows'][number];
type Judged = Window['criteria'][number];

/** Sessions in which each phase has some of the codes, often in the order of a sequence of commands. */
const sessionOf = (programme: Programme): fc.Arbitrary<ExportScene> => {
  const any = fc.constantFrom(...programme.codes.filter(({ stream }) => stream !== 'coach').map(({ code }) => code));
  const commands = ['DC', 'CO', 'LP', 'NC', 'WARN'].filter((code) => programme.codes.some((one) => one.code === code));
  const likely = commands.length > 0 ? fc.oneof(fc.constantFrom(...commands), any) : any;
  const coded = fc.array(likely, { maxLength: 40 });
  const count = programme.phases.length;
  const timeOut = fc.constantFrom(NO_TIME_OUT_SETTINGS, { ...NO_TIME_OUT_SETTINGS, contraindicated: CONTRAINDICATED });
  return fc
    .tuple(fc.array(coded, { minLength: count, maxLength: count }), timeOut)
    .map(([lists, settings]) => aCodedSession(programme, lists, settings));
};

const PDF_RUNS = { numRuns: 4 };
const RUNS = { numRuns: 40 };
const PATIENCE_MS = 60_000;

function reportOf({ sessionId, state, programme }: ExportScene): SessionReport {
  return reportSession(sessionId, state, programme, closedAt(state));
}

/** As a person rounds who must not say of what is short of a goal that it is reached. */
function expectedFigure({ of, bound }: Judged, value: number): string {
  if (of === 'count' || of === 'commands') return String(value);
  const points = Number((value * 100).toFixed(6));
  return `${bound === 'at least' ? Math.floor(points) : Math.ceil(points)} %`;
}

const MET = {
  met: 'yes',
  'not met': 'no',
  'not applicable': 'did not come up',
  'not assessable': 'not judged',
} as const;
const FHIR = { met: 'POS', 'not met': 'NEG', 'not applicable': undefined, 'not assessable': 'IND' } as const;

function expectedFound(one: ScoredCriterion): string | undefined {
  const actual = actualOf(one);
  return actual === null ? undefined : expectedFigure(one, actual);
}

test.for(listProgrammes().map((one) => [one.id, one] as const))(
  'the PDF’s counts, criteria, command figures and ratios are the report’s, cell by cell: %s',
  { timeout: PATIENCE_MS },
  async ([, programme]) => {
    await fc.assert(
      fc.asyncProperty(sessionOf(programme), async (scene) => {
        const pdf = await getDocumentProxy(new Uint8Array(await pdfReport(scene)));
        const { text } = await extractText(pdf, { mergePages: true });
        const words = text.replaceAll(/\s+/gu, ' ');
        for (const window of reportOf(scene).windows) {
          for (const { code, name } of codesIn(programme, 'parent')) {
            expect(words).toContain(`${code} · ${name} ${window.counts[code] ?? 0} `);
          }
          for (const one of [...window.criteria, ...window.goals]) {
            const goal = `${one.bound} ${expectedFigure({ ...one, bound: 'at least' }, one.goal)}`;
            const found = expectedFound(one) ?? '–';
            expect(words).toContain(`${one.rule} · ${one.label} ${goal} ${found} ${MET[one.result.is]}`);
          }
          for (const { label, value } of window.ratios) {
            expect(words).toContain(
              `${label} ${value === null ? '–' : `${Math.floor(Number((value * 100).toFixed(6)))} %`}`,
            );
          }
          if (window.commands === null) continue;
          const { commands, directCommands, effective } = window.commands;
          const open = window.outcomes.filter(
            ({ response, outcome }) => response === null && outcome.is !== 'void',
          ).length;
          expect(words).toContain(
            `Commands ${commands} Direct ${directCommands} The child’s answer was not coded ${open} Effective`,
          );
          if (commands > 0) expect(words).toContain(`${effective} of ${commands}, `);
        }
      }),
      PDF_RUNS,
    );
  },
);

const Quantity = z.object({ value: z.number(), unit: z.string().optional() });
const Observed = z.object({
  resource: z.object({
    resourceType: z.literal('Observation'),
    id: z.string(),
    valueInteger: z.number().optional(),
    valueQuantity: Quantity.optional(),
    referenceRange: z
      .array(z.object({ low: Quantity.optional(), high: Quantity.optional(), text: z.string() }))
      .optional(),
    interpretation: z.array(z.object({ coding: z.array(z.object({ code: z.string() })).optional() })).optional(),
  }),
});
const Bundle = z.object({ entry: z.array(z.unknown()) });

function written(quantity: z.infer<typeof Quantity> | undefined): string | undefined {
  return quantity && (quantity.unit === undefined ? String(quantity.value) : `${quantity.value} ${quantity.unit}`);
}

test.for(listProgrammes().map((one) => [one.id, one] as const))(
  'FHIR’s values and ranges are the report’s, and so are the rows of the table: %s',
  ([, programme]) => {
    fc.assert(
      fc.property(sessionOf(programme), (scene) => {
        const entries = Bundle.parse(JSON.parse(made('fhir', scene))).entry;
        const found = new Map(
          entries.flatMap((entry) => {
            const read = Observed.safeParse(entry);
            return read.success ? [[read.data.resource.id, read.data.resource] as const] : [];
          }),
        );
        const rows = readCsv(made('csv', scene));
        for (const window of reportOf(scene).windows) {
          for (const { code } of codesIn(programme, 'parent')) {
            expect(found.get(`count.${window.windowId}.${code}`)?.valueInteger).toBe(window.counts[code] ?? 0);
            const counted = rows.filter(
              (row) => row['counts'] === 'true' && row['window_id'] === window.windowId && row['code'] === code,
            );
            expect(counted).toHaveLength(window.counts[code] ?? 0);
          }
          for (const [index, one] of [...window.criteria, ...window.goals].entries()) {
            const observed = found.get(`criterion.${window.windowId}.${index + 1}`);
            const value = written(observed?.valueQuantity) ?? observed?.valueInteger?.toString();
            expect(value).toBe(expectedFound(one));
            const range = observed?.referenceRange?.[0];
            const goal = expectedFigure({ ...one, bound: 'at least' }, one.goal);
            expect(written(one.bound === 'at least' ? range?.low : range?.high)).toBe(goal);
            expect(range?.text).toBe(`${one.bound} ${goal}`);
            expect(observed?.interpretation?.[0]?.coding?.[0]?.code).toBe(FHIR[one.result.is]);
          }
        }
      }),
      RUNS,
    );
  },
);

test.for(listProgrammes().map((one) => [one.id, one] as const))(
  'a transcript scored by the command line comes to the report’s figures: %s',
  ([, programme]) => {
    fc.assert(
      fc.property(sessionOf(programme), (scene) => {
        const read = readTranscript(JSON.parse(made('transcript', scene)));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        const scored = scoreTranscript(read.transcript, read.programme).windows;
        const reported = reportOf(scene).windows;
        expect(scored.map(({ id }) => id)).toEqual(reported.map(({ windowId }) => windowId));
        for (const [index, window] of reported.entries()) {
          expect(scored[index]).toMatchObject({
            assessable: window.assessable,
            mastered: window.mastered && window.isMastery,
            criteria: window.criteria.map((one) => {
              const actual = actualOf(one);
              const met = one.result.is === 'not applicable' ? null : isAtGoal(one);
              return {
                rule: one.rule,
                actual: actual === null ? null : Number(actual.toFixed(9)),
                goal: one.goal,
                met,
              };
            }),
          });
        }
      }),
      RUNS,
    );
  },
);
