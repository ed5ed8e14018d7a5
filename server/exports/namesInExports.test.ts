import { execFileSync } from 'node:child_process';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { z } from 'zod';
import { readTranscript } from '#shared/protocol/transcript.ts';
import { aReviewedSession } from '#shared/session/exports/aReviewedSession.ts';
import { EAF_SCHEMA } from '#shared/session/exports/eafSchema.fixture.ts';
import { textExport, type TextFormat } from '#shared/session/exports/textExport.ts';
import { pdfReport } from './pdfReport.ts';

/** A caregiver, another one and a coach for each way of writing that names come in. */
const NAMES = [
  ['Latin', 'Ángela Núñez', 'Zoë O’Brien', 'Jörg Größe'],
  ['Turkish', 'Gülşah Yıldız', 'İbrahim Çağrı', 'Işıl Öğüt'],
  ['Polish', 'Łukasz Żółć', 'Świętosława Ćwiąkała', 'Grażyna Nęć'],
  ['Greek', 'Ευαγγελία Παπαδοπούλου', 'Γιώργος Ωραΐδης', 'Άννα Ξένου'],
  ['Cyrillic', 'Юлия Щербакова', 'Ђорђе Њежић', 'Олексій Їжак'],
  ['Chinese', '王芳', '欧阳娜娜', '張偉'],
  ['Arabic', 'فاطمة الزهراء', 'محمد بن علي', 'لؤي عبدالله'],
] as const;

describe.each(NAMES)('names in %s come back', (_, first, second, coach) => {
  const scene = aReviewedSession({
    leadName: coach,
    observerName: first,
    coderName: second,
    caregiverNames: [first, second],
    text: `${first}, ${second}`,
    reason: coach,
  });
  const made = (format: TextFormat): string => {
    const text = textExport(format, scene);
    if (!text.ok) throw new Error(text.error.message);
    return text.value;
  };

  test('from the PDF by pdftotext', async () => {
    const words = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: await pdfReport(scene) })
      .toString()
      // What it puts around a stretch that runs the other way.
      .replaceAll(/[\u202a-\u202e\u200e\u200f]/gu, '')
      .replaceAll(/\s+/gu, ' ');
    for (const name of [first, second, coach]) expect(words).toContain(name);
  });

  test('from ELAN by its schema and by a reader that reads as pympi does', () => {
    const text = made('eaf');
    using schema = XmlDocument.fromString(EAF_SCHEMA);
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(text);
    expect(() => {
      validator.validate(document);
    }).not.toThrow();
    const { tiers, types } = readAsPympi(text);
    const all = [...tiers.values()];
    expect(new Set(all.map(({ participant }) => participant).filter((name) => name !== ''))).toEqual(
      new Set([first, second]),
    );
    expect(all.map(({ annotator }) => annotator)).toContain(coach);
    expect([...tiers.keys()].some((name) => name.includes(coach) && name.includes(first))).toBe(true);
    expect(all.flatMap(({ annotations }) => annotations.map(([, , said]) => said)).join()).toContain(
      `${first}, ${second}`,
    );
    for (const { type } of all) expect(types).toContain(type);
  });

  test.each(['windows-1250', 'windows-1252', 'utf-8'])('from BORIS read as %s', (encoding) => {
    const project = BorisProject.parse(JSON.parse(new TextDecoder(encoding).decode(Buffer.from(made('boris')))));
    expect(Object.values(project.subjects_conf).map(({ name }) => name)).toEqual([first, second]);
    expect(Object.keys(project.observations).some((name) => name.includes(coach))).toBe(true);
  });

  test('from the table, the transcript, the captions and the health record', () => {
    const { data } = Papa.parse<Record<string, string>>(made('csv'), { header: true });
    const columnOf = (column: string) => new Set(data.map((row) => row[column]));
    for (const name of [first, second]) expect(columnOf('caregiver')).toContain(name);
    expect(columnOf('coder')).toContain(coach);
    const transcript = readTranscript(JSON.parse(made('transcript')));
    expect(JSON.stringify(transcript)).toContain(`${first}, ${second}`);
    const { cues } = new WebVTTParser().parse(made('vtt'), 'captions');
    expect(cues.some(({ text }) => text.startsWith(`<v ${coach}>`))).toBe(true);
    expect(JSON.stringify(JSON.parse(made('fhir')))).toContain(coach);
  });

  test('from SDIS in its labels, with what cannot stand there as a space', () => {
    expect(made('sdis')).toContain(first.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  });
});

const BorisProject = z.object({
  subjects_conf: z.record(z.string(), z.object({ name: z.string() })),
  observations: z.record(z.string(), z.unknown()),
});

const Text = z.coerce.string();
const EafFile = z.object({
  ANNOTATION_DOCUMENT: z.object({
    TIME_ORDER: z.object({
      TIME_SLOT: z.array(z.object({ '@_TIME_SLOT_ID': Text, '@_TIME_VALUE': z.coerce.number() })),
    }),
    TIER: z.array(
      z.object({
        '@_TIER_ID': Text,
        '@_LINGUISTIC_TYPE_REF': Text,
        '@_PARTICIPANT': Text.default(''),
        '@_ANNOTATOR': Text.default(''),
        ANNOTATION: z.array(
          z.object({
            ALIGNABLE_ANNOTATION: z.object({
              '@_TIME_SLOT_REF1': Text,
              '@_TIME_SLOT_REF2': Text,
              ANNOTATION_VALUE: Text,
            }),
          }),
        ),
      }),
    ),
    LINGUISTIC_TYPE: z.array(z.object({ '@_LINGUISTIC_TYPE_ID': Text })),
  }),
});

/** As pympi holds a document: the types, and each tier by its name with who, its type, and (begin, end, value) by time slot. */
function readAsPympi(text: string) {
  const lists = ['TIER', 'ANNOTATION', 'LINGUISTIC_TYPE'];
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => lists.includes(name) });
  const { ANNOTATION_DOCUMENT: root } = EafFile.parse(parser.parse(text));
  const slots = new Map(root.TIME_ORDER.TIME_SLOT.map((slot) => [slot['@_TIME_SLOT_ID'], slot['@_TIME_VALUE']]));
  const tiers = new Map(
    root.TIER.map((tier) => [
      tier['@_TIER_ID'],
      {
        participant: tier['@_PARTICIPANT'],
        annotator: tier['@_ANNOTATOR'],
        type: tier['@_LINGUISTIC_TYPE_REF'],
        annotations: tier.ANNOTATION.map(({ ALIGNABLE_ANNOTATION: one }) => {
          return [
            slots.get(one['@_TIME_SLOT_REF1']),
            slots.get(one['@_TIME_SLOT_REF2']),
            one.ANNOTATION_VALUE,
          ] as const;
        }),
      },
    ]),
  );
  return { tiers, types: root.LINGUISTIC_TYPE.map((type) => type['@_LINGUISTIC_TYPE_ID']) };
}
