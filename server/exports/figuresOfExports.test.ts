import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findProgram, listPrograms } from '#shared/domain/programs/findProgram.ts';
import { actualOf, isAtGoal } from '#shared/domain/mastery.ts';
import { codesIn, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { readTranscript } from '#shared/protocol/transcript.ts';
import {
  EXPECTED_METS,
  expectedClock,
  expectedFound,
  expectedGoal,
  expectedOpen,
  expectedPart,
  expectedShare,
  type ReportedWindow,
  reportOf,
} from '#shared/session/testing/expectedFigures.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import {
  made,
  readBorisFile,
  readCsv,
  readEafFile,
  readSdisFile,
  readVttFile,
} from '#shared/exports/testing/readExports.ts';
import { type PageBlock, recordPages } from '#shared/exports/recordPages.ts';
import { someSession } from '#shared/session/testing/someSession.ts';
import { textExport } from '#shared/exports/textExport.ts';
import { scoreTranscript } from '#server/cli/score/scoreTranscript.ts';
import { pdfReport } from './pdfReport.ts';

const PDF_RUNS = { numRuns: 2 };
const RUNS = { numRuns: 40 };
const PATIENCE_MS = 60_000;
const PROGRAMS = listPrograms().map((one) => [one.id, one] as const);

/** The values that the tests below must meet in their sessions, so that each of them is compared. Rule ANS2. */
test.for(PROGRAMS)('sessions of %s have criteria of each result, and windows of each standing', ([, program]) => {
  const windows = fc
    .sample(someSession(program), { numRuns: RUNS.numRuns, seed: 1 })
    .flatMap((scene) => reportOf(scene).windows);
  const judged = windows.flatMap(({ criteria, goals }) => [...criteria, ...goals]);
  expect(new Set(windows.map(({ standing }) => standing))).toEqual(new Set(['sound', 'flagged', 'void']));
  const canBeOverNothing = judged.some((one) => 'overNothing' in one && one.overNothing === 'not applicable');
  expect(new Set(judged.map(({ result }) => result.is))).toEqual(
    new Set(['met', 'not met', 'not assessable', ...(canBeOverNothing ? ['not applicable'] : [])]),
  );
  for (const { id, sequence } of program.phases) {
    if (sequence === undefined || sequence.answersOnly) continue;
    const figures = windows.filter(({ kind }) => kind === id).flatMap(({ commands }) => commands ?? []);
    expect(
      figures.some(
        ({ effective, followUpDue: due, followUpCorrect: correct }) => correct > 0 && due > correct && effective > due,
      ),
    ).toBe(true);
  }
});

/** What is under each heading of the record: its lines, and its rows with their cells. */
function partsOf(blocks: readonly PageBlock[]) {
  const parts: { readonly rows: (readonly string[])[]; readonly lines: string[] }[] = [];
  for (const block of blocks) {
    if (block.is === 'heading') parts.push({ rows: [], lines: [] });
    else if (block.is === 'row') parts.at(-1)?.rows.push(block.cells);
    else if (block.is === 'line') parts.at(-1)?.lines.push(block.text);
  }
  return parts;
}

function expectedRows(window: ReportedWindow, program: Program): readonly (readonly string[])[] {
  const { counts, criteria, goals, commands, ratios } = window;
  const judged = [...criteria, ...goals];
  return [
    ['Code', 'Count'],
    ...codesIn(program, 'parent').map(({ code, name }) => [`${code} · ${name}`, String(counts[code] ?? 0)]),
    ...(judged.length === 0 ? [] : [['Criterion', 'Goal', 'Found', 'Met']]),
    ...judged.map((one) => [
      `${one.rule} · ${one.label}`,
      `${one.bound} ${expectedGoal(one)}`,
      expectedFound(one) ?? '–',
      EXPECTED_METS[one.result.is],
    ]),
    ...(commands === null
      ? []
      : [
          ['Commands', 'Count'],
          ['Commands', String(commands.commands)],
          ['Direct', String(commands.directCommands)],
          ['The child’s answer was not coded', String(expectedOpen(window))],
          ['Effective', expectedPart(commands.effective, commands.commands, '–')],
          ['Followed through correctly', expectedPart(commands.followUpCorrect, commands.followUpDue, '–')],
        ]),
    ...(ratios.length === 0 ? [] : [['Other ratios', 'Share']]),
    ...ratios.map(({ label, value }) => [label, expectedShare(value, '–')]),
  ];
}

function expectedLines(window: ReportedWindow, program: Program): readonly RegExp[] {
  const { from, codedMs, standing, ratings, voidWhy } = window;
  const rated = findTreatmentPhase(program, window.kind)?.ratings ?? [];
  return [
    new RegExp(
      `^From ${expectedClock(from)} of the session; ${expectedClock(codedMs)} coded\\. Standing: ${standing}\\b`,
    ),
    ...(voidWhy === null ? [] : [new RegExp(`^Why: ${voidWhy}$`)]),
    expectedVerdict(window),
    ...rated.map(({ id, label }) => new RegExp(`^${label}: ${ratings[id] ?? ''}$`)),
  ];
}

function expectedVerdict({ standing, assessable, criteria, isMastery }: ReportedWindow): RegExp {
  if (standing === 'void') return /^The window cannot be assessed: it is void\.$/;
  if (!assessable) return /^The window cannot be assessed: (?:nothing came up|.* is needed|.* are needed)/;
  if (criteria.length === 0) return /^Counts only/;
  const isReached = criteria.every(({ result }) => result.is !== 'not met');
  if (isMastery) return isReached ? /^Mastered\.$/ : /^Not mastered\.$/;
  return isReached ? /^The practice goals are met\.$/ : /^The practice goals are not all met\.$/;
}

describe.for(PROGRAMS)('the record of %s', ([, program]) => {
  test('has the report’s counts, criteria, command figures, ratios, ratings and verdicts, cell by cell', () => {
    fc.assert(
      fc.property(someSession(program), (scene) => {
        const { windows } = reportOf(scene);
        const pages = recordPages(scene);
        const parts = partsOf(pages);
        for (const block of pages)
          if (block.is === 'line') expect(block.text).not.toMatch(/\b1 (?:direct )?[a-z]{2,}s\b/u);
        for (const [index, window] of windows.entries()) {
          expect(parts[index]?.rows).toEqual(expectedRows(window, scene.program));
          for (const line of expectedLines(window, scene.program)) {
            expect(parts[index]?.lines).toContainEqual(expect.stringMatching(line));
          }
        }
      }),
      RUNS,
    );
  });

  test('has each row in its PDF as it was written', { timeout: PATIENCE_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(someSession(program), async (scene) => {
        const pdf = await getDocumentProxy(new Uint8Array(await pdfReport(scene)));
        const { text } = await extractText(pdf, { mergePages: true });
        const words = text.replaceAll(/\s+/gu, ' ');
        for (const block of recordPages(scene)) {
          if (block.is === 'row') expect(words).toContain(block.cells.join(' '));
        }
      }),
      PDF_RUNS,
    );
  });
});

const Quantity = z.object({ value: z.number(), unit: z.string().optional() });
const Observed = z.object({
  resource: z.object({
    resourceType: z.literal('Observation'),
    id: z.string(),
    status: z.string(),
    focus: z.array(z.object({ reference: z.string() })).optional(),
    effectivePeriod: z.object({ start: z.string(), end: z.string() }).optional(),
    valueInteger: z.number().optional(),
    valueQuantity: Quantity.optional(),
    referenceRange: z
      .array(z.object({ low: Quantity.optional(), high: Quantity.optional(), text: z.string() }))
      .optional(),
    interpretation: z
      .array(z.object({ coding: z.array(z.object({ code: z.string() })).optional(), text: z.string().optional() }))
      .optional(),
  }),
});
const Bundle = z.object({ entry: z.array(z.unknown()) });
const FHIR = { met: 'POS', 'not met': 'NEG', 'not applicable': undefined, 'not assessable': 'IND' } as const;

function written(quantity: z.infer<typeof Quantity> | undefined): string | undefined {
  if (quantity === undefined) return undefined;
  const { value, unit = '' } = quantity;
  return unit === '%' ? `${value}%` : `${value} ${unit}`.trimEnd();
}

test.for(PROGRAMS)('FHIR’s values, ranges and findings are the report’s: %s', ([, program]) => {
  fc.assert(
    fc.property(someSession(program), (scene) => {
      const entries = Bundle.parse(JSON.parse(made('fhir', scene))).entry;
      const found = new Map(
        entries.flatMap((entry) => {
          const read = Observed.safeParse(entry);
          return read.success ? [[read.data.resource.id, read.data.resource] as const] : [];
        }),
      );
      for (const window of reportOf(scene).windows) {
        const status = window.standing === 'void' ? 'cancelled' : 'final';
        const focus = [{ reference: `RelatedPerson/${window.caregiver.caregiverId}` }];
        for (const { code } of codesIn(program, 'parent')) {
          expect(found.get(`count.${window.windowId}.${code}`)).toMatchObject({
            status,
            focus,
            valueInteger: window.counts[code] ?? 0,
          });
        }
        for (const [index, one] of [...window.criteria, ...window.goals].entries()) {
          const observed = found.get(`criterion.${window.windowId}.${index + 1}`);
          expect(observed).toMatchObject({ status, focus });
          const value = written(observed?.valueQuantity) ?? observed?.valueInteger?.toString();
          expect(value).toBe(expectedFound(one));
          const range = observed?.referenceRange?.[0];
          const [limit, other] = one.bound === 'at least' ? [range?.low, range?.high] : [range?.high, range?.low];
          expect([written(limit), other]).toEqual([expectedGoal(one), undefined]);
          expect(range?.text).toBe(`${one.bound} ${expectedGoal(one)}`);
          expect(observed?.interpretation?.[0]?.coding?.[0]?.code).toBe(FHIR[one.result.is]);
        }
      }
    }),
    RUNS,
  );
});

/** A code or a span as a file has it, without the name of the record. */
type Said = { readonly at: number; readonly code: string };
type WindowSpan = readonly [from: number, to: number, kind: string];
type Read = { readonly codes: readonly Said[]; readonly windows: readonly WindowSpan[] };

type Name = 'Maria' | 'Jon';

/** What each file says of a command that a gap interrupted. */
const INTERRUPTED = 'interrupted by a gap, not counted';

/** The record that counts: the review's, or the lead coach's if no review changed anything. */
const RECORDS = ['As reviewed', 'Noor, as given'] as const;

function recordIn(titles: readonly string[]): string {
  return RECORDS.find((record) => titles.some((title) => title.startsWith(record))) ?? '';
}

/** For each format without figures: the codes that are counted, and the time in which they are counted. */
const READ: Readonly<Record<string, (scene: ExportScene, name: Name) => Read>> = {
  eaf: (scene, name) => {
    const { tiers } = readEafFile(made('eaf', scene));
    const record = recordIn(tiers.map((tier) => tier.name));
    const own = tiers.filter((tier) => tier.name.startsWith(`${record} / ${name} / `));
    const interrupted = own.filter((tier) => tier.name.includes(INTERRUPTED)).flatMap(({ annotations }) => annotations);
    const windows = tiers.filter((tier) => tier.name.startsWith(`Windows / ${name}`));
    return {
      codes: own
        .filter(({ type }) => type === 'code')
        .flatMap(({ annotations }) => annotations)
        .filter(({ at, code }) => !interrupted.some((one) => one.at === at && one.code === code)),
      windows: windows.flatMap(({ annotations }) => annotations).map(({ at, until, code }) => [at, until, code]),
    };
  },
  boris: (scene, name) => {
    const { observations } = readBorisFile(made('boris', scene));
    const of = (title: string) =>
      (observations.find((one) => one.name === title)?.events ?? []).filter(({ subject }) => subject === name);
    const bounds = of('Windows');
    return {
      codes: of(recordIn(observations.map((one) => one.name))).filter(({ comment }) => !comment.includes(INTERRUPTED)),
      windows: bounds.flatMap(({ at, code }, index) => {
        const end = bounds[index + 1]?.at ?? NaN;
        return index % 2 === 0 ? [[at, end, code.replace(/^window /u, '')] as const] : [];
      }),
    };
  },
  csv: (scene, name) => {
    const rows = readCsv(made('csv', scene)).filter(({ caregiver }) => caregiver === name);
    return {
      codes: rows
        .filter((row) => row['kind'] === 'code' && row['counts'] === 'true')
        .map((row) => ({ at: Number(row['at_ms']), code: row['code'] ?? '' })),
      windows: rows
        .filter(({ kind }) => kind === 'window')
        .map((row) => [Number(row['at_ms']), Number(row['until_ms']), row['window_kind'] ?? '']),
    };
  },
};

describe.for(Object.entries(READ))('a file of %s', ([, read]) => {
  test.for(PROGRAMS)('has the codes and the coded time that the report counted: %s', ([, program]) => {
    fc.assert(
      fc.property(someSession(program), (scene) => {
        for (const name of ['Maria', 'Jon'] as const) {
          const { codes, windows } = read(scene, name);
          const reported = reportOf(scene).windows.filter(({ caregiver }) => caregiver.name === name);
          for (const window of reported) {
            const own = windows.filter(([, , kind]) => kind === window.kind);
            expect(own.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(window.codedMs);
            const counted = codes.filter(({ at }) => own.some(([from, to]) => at >= from && at < to));
            for (const { code } of codesIn(program, 'parent')) {
              expect(counted.filter((one) => one.code === code)).toHaveLength(window.counts[code] ?? 0);
            }
          }
        }
      }),
      RUNS,
    );
  });
});

/** SDIS cannot say that a gap interrupted a code, and its labels consist of letters only. */
test.for(PROGRAMS)(
  'an SDIS file has the codes that stand and the coded time that the report counted: %s',
  ([, program]) => {
    fc.assert(
      fc.property(someSession(program), (scene) => {
        const { sequences } = readSdisFile(made('sdis', scene));
        const labels = sequences.map(({ text }) => /^<\d+ (.*)>/u.exec(text)?.[1] ?? '');
        const record = recordIn(labels.map((label) => label.replace('Noor as', 'Noor, as'))).replace(',', '');
        const stands = readCsv(made('csv', scene)).filter(({ kind, stands: is }) => kind === 'code' && is === 'true');
        for (const { name } of scene.state.caregivers) {
          const of = (label: string) => sequences.filter((_, index) => labels[index] === `${label} ${name}`);
          const said = of(record).flatMap(({ codes }) => codes.map(({ at, code }) => `${at} ${code}`));
          const own = stands.filter(({ caregiver }) => caregiver === name);
          expect(said.toSorted()).toEqual(own.map((row) => `${row['at_ms']} ${row['code']}`).toSorted());
          const spans = of('Windows').flatMap(({ text }) => [...text.matchAll(/^in_(\w+),([\d.]+)-([\d.]+)$/gmu)]);
          for (const window of reportOf(scene).windows.filter(({ caregiver }) => caregiver.name === name)) {
            const coded = spans
              .filter(([, kind]) => kind === window.kind.replaceAll('-', '_'))
              .reduce((sum, [, , from, to]) => sum + Number(to) - Number(from), 0);
            expect(Math.round(coded * 1_000)).toBe(window.codedMs);
          }
        }
      }),
      RUNS,
    );
  },
);

test.for(PROGRAMS)('captions of %s have each counted code once more, as spoken by its record', ([, program]) => {
  fc.assert(
    fc.property(someSession(program), (scene) => {
      const { cues } = readVttFile(made('vtt', scene));
      const record = recordIn(cues.map(({ text }) => text.replace('<v ', '')));
      const own = cues.filter(({ text }) => text.startsWith(`<v ${record}>`));
      const counted = own.filter(({ text }) => !text.includes('outside any window') && !text.includes(INTERRUPTED));
      const counts = reportOf(scene).windows.map((window) => window.counts);
      for (const { code } of codesIn(program, 'parent')) {
        const said = counted.filter(({ text }) => text.includes(`>${code} · `));
        expect(said).toHaveLength(counts.reduce((sum, count) => sum + (count[code] ?? 0), 0));
      }
    }),
    RUNS,
  );
});

test.for(PROGRAMS)('the table says for each window whether it is void: %s', ([, program]) => {
  fc.assert(
    fc.property(someSession(program), (scene) => {
      const rows = readCsv(made('csv', scene)).filter(({ kind }) => kind === 'window');
      for (const { windowId, standing } of reportOf(scene).windows) {
        const own = rows.filter((row) => row['window_id'] === windowId);
        expect(new Set(own.map((row) => row['void']))).toEqual(new Set([String(standing === 'void')]));
      }
    }),
    RUNS,
  );
});

/** The session under the program as published: a transcript is scored by its criteria, not by a clinic's. */
function published(scene: ExportScene): ExportScene {
  const { program, programVersion } = scene.state;
  return { ...scene, program: findProgram(program, programVersion) ?? scene.program };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9));
}

test.for(PROGRAMS)('a transcript scored on the command line gives the report’s figures: %s', ([, program]) => {
  fc.assert(
    fc.property(someSession(program), (scene) => {
      for (const { caregiverId } of scene.state.caregivers) {
        const text = textExport('transcript', scene, { caregiverId });
        if (!text.ok) throw new Error(text.error.message);
        const read = readTranscript(JSON.parse(text.value));
        if (!read.ok) throw new Error(JSON.stringify(read.faults));
        const scored = scoreTranscript(read.transcript, read.program).windows;
        const reported = reportOf(published(scene)).windows.filter((one) => one.caregiver.caregiverId === caregiverId);
        expect(scored.map(({ id }) => id)).toEqual(reported.map(({ windowId }) => windowId));
        for (const [index, window] of reported.entries()) {
          const { commands: figures } = window;
          expect(scored[index]).toMatchObject({
            codedMs: window.codedMs,
            counts: Object.fromEntries(codesIn(program, 'parent').map(({ code }) => [code, window.counts[code] ?? 0])),
            assessable: window.assessable,
            mastered: window.mastered && window.isMastery,
            criteria: window.criteria.map((one) => {
              const met = one.result.is === 'not applicable' ? null : isAtGoal(one);
              return { rule: one.rule, actual: rounded(actualOf(one)), goal: one.goal, met };
            }),
            ...(figures && {
              commands: figures.commands,
              effective: figures.effective,
              followUpDue: figures.followUpDue,
              followUpCorrect: figures.followUpCorrect,
              pctEffective: rounded(figures.pctEffective),
              pctFollowThrough: rounded(figures.pctFollowThrough),
            }),
          });
        }
      }
    }),
    RUNS,
  );
});
