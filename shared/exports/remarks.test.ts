import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CONTRAINDICATED } from '#shared/session/sequence/testing/aSequence.ts';
import { aReviewedSession, PLAIN_WORDS, SUPERVISION_NOTE } from '#shared/session/testing/aReviewedSession.ts';
import { made, readBorisFile, readCsv, readEafFile, readSdisFile, readVttFile } from './testing/readExports.ts';
import { recordPages } from './recordPages.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

const REVIEWED = aReviewedSession();
const SCENE: ExportScene = {
  ...REVIEWED,
  state: { ...REVIEWED.state, contraindications: [{ since: 405_000, is: CONTRAINDICATED }] },
};
const Fhir = z.object({
  entry: z.array(
    z.object({
      resource: z.looseObject({
        resourceType: z.string(),
        valueString: z.string().optional(),
        note: z.array(z.object({ text: z.string() })).optional(),
        component: z.array(z.looseObject({ valuePeriod: z.unknown().optional() })).optional(),
        code: z.looseObject({ text: z.string().optional() }).optional(),
      }),
    }),
  ),
});

/** Everything that a format says besides the codes, by its reader. */
const SAID = {
  csv: () =>
    readCsv(made('csv', SCENE))
      .filter((row) => ['note', 'agreement', 'contraindication'].includes(row['kind'] ?? ''))
      .map((row) => row['text'] ?? ''),
  eaf: () => {
    const { properties, tiers } = readEafFile(made('eaf', SCENE));
    const notes = tiers.filter(({ name }) => name === 'Notes' || name === 'Time-out');
    return [...properties.values(), ...notes.flatMap((tier) => tier.annotations.map(({ code }) => code))];
  },
  boris: () => {
    const { observations } = readBorisFile(made('boris', SCENE));
    return [...new Set(observations.map(({ description }) => description))].flatMap((all) => all.split('\n'));
  },
  sdis: () => readSdisFile(made('sdis', SCENE)).comments.map((said) => said.replaceAll(' percent', '%')),
  vtt: () => readVttFile(made('vtt', SCENE)).notes,
  pdf: () => recordPages(SCENE).map((block) => ('text' in block ? block.text.replaceAll(/[\u2068\u2069]/gu, '') : '')),
  fhir: () =>
    Fhir.parse(JSON.parse(made('fhir', SCENE))).entry.flatMap(({ resource }) => [
      ...(resource.valueString === undefined ? [] : [resource.valueString]),
      ...(resource.note ?? []).map(({ text }) => text),
      ...(resource.code?.text === undefined ? [] : [resource.code.text]),
    ]),
} as const;
const FORMATS = ['csv', 'eaf', 'boris', 'sdis', 'vtt', 'pdf', 'fhir'] as const;

describe.each(FORMATS)('%s says besides the codes', (format) => {
  const said = SAID[format]().join('\n');

  test('the lead coach’s notes, and nothing that supervision noted', () => {
    expect(said).toContain(PLAIN_WORDS.note);
    expect(said).not.toContain(SUPERVISION_NOTE);
  });

  test('[REL9] how the coders agree, with the window and the compared spans', () => {
    expect(said).toContain('Compared: 0:10 to 1:00, 1:10 to 5:20 of the session.');
    expect(said).toContain('Event agreement 25%: 1 of 4 events, each within 2 s.');
    expect(said).toContain(
      format === 'fhir'
        ? 'CDI: a coder (live, as lead coach) and a coder (from the recording).'
        : 'CDI of Maria: Noor (live, as lead coach) and Omar (from the recording).',
    );
  });

  test('[SEQ13] that time-out was contraindicated, from when and why', () => {
    expect(said).toContain(CONTRAINDICATED.reason);
    if (format !== 'fhir') expect(said).toContain('Time-out was contraindicated from 6:45 of the session');
  });
});

test('no file contains what supervision noted', () => {
  for (const format of ['csv', 'transcript', 'eaf', 'boris', 'sdis', 'vtt', 'fhir'] as const) {
    expect(made(format, SCENE)).not.toContain(SUPERVISION_NOTE);
  }
});

test('[REL9] FHIR has the compared spans as periods', () => {
  const agreements = Fhir.parse(JSON.parse(made('fhir', SCENE))).entry.flatMap(({ resource }) =>
    resource.note === undefined ? [] : [resource.component ?? []],
  );
  const periods = agreements[0]?.flatMap(({ valuePeriod }) => valuePeriod ?? []);
  expect(periods).toMatchObject([
    { start: '2026-11-21T10:00:10.000Z', end: '2026-11-21T10:01:00.000Z' },
    { start: '2026-11-21T10:01:10.000Z', end: '2026-11-21T10:05:20.000Z' },
  ]);
});
