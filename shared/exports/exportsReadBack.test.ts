import { TakeId } from '#shared/protocol/ids.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import { recordingFileName } from './exportTable.ts';
import { recordPages } from './recordPages.ts';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import {
  aReviewedSession,
  CODES,
  PLAIN_WORDS,
  SECOND_CODING,
  UNFINISHED_CODING,
} from '#shared/session/testing/aReviewedSession.ts';
import { borisExport } from './borisExport.ts';
import { csvExport, unescapeCell } from './csvExport.ts';
import { eafExport } from './eafExport.ts';
import { exportedCodes } from './exportedCodes.ts';
import {
  made,
  readBorisFile,
  readCsv,
  readEafFile,
  readSdisFile,
  readVttFile,
  validateEaf,
} from './testing/readExports.ts';
import { sdisExport } from './sdisExport.ts';
import { vttExport } from './vttExport.ts';

const SCENE = aReviewedSession();
const ALL = exportedCodes(SCENE);
/**
 * As each coder gave them, and the record as the review left it. A corrected code is never part of a coder's own
 * record.
 */
const GIVEN = ALL.filter(({ added }) => !added).map(({ at, given, undone }) => ({ at, code: given, undone }));
const REVIEWED = ALL.filter(({ byLead, stands }) => byLead && stands);
const RECORDED = [...GIVEN, ...REVIEWED];
const pairs = (codes: readonly { readonly at: number; readonly code: string }[]) =>
  codes.map(({ at, code }) => `${at} ${code}`).toSorted();

test('[REV3] given, reviewed and undone codes are kept apart', () => {
  const of = (id: string) => ALL.find((code) => code.id === id);
  expect(of(CODES.praise)).toMatchObject({
    code: 'LP',
    stands: true,
    counts: true,
    text: 'I love how gently you stack those',
  });
  expect(of(CODES.undone)).toMatchObject({ code: 'QU', stands: false, undone: true, counts: false });
  expect(of(CODES.corrected)).toMatchObject({
    code: 'UP',
    given: 'LP',
    corrected: true,
    reason: 'Nothing is named',
    counts: true,
  });
  expect(of(CODES.struck)).toMatchObject({ code: 'NTA', stands: false, undone: false, corrected: true, counts: false });
  expect(of(CODES.added)).toMatchObject({ code: 'RF', added: true, byLead: true, counts: true });
  expect(of(CODES.observed)).toMatchObject({ code: 'UP', counts: false, byLead: false });
  expect(of(CODES.again)).toMatchObject({
    code: 'LP',
    counts: false,
    coder: { recordId: SECOND_CODING, independent: true },
  });
  expect(ALL.some(({ coder }) => coder.recordId === UNFINISHED_CODING)).toBe(false);
});

describe('CSV, read by papaparse', () => {
  const rows = readCsv(csvExport(SCENE));

  test('every row has every column, and every code is there once', () => {
    const codes = rows.filter((row) => row['kind'] === 'code');
    expect(codes.map((row) => row['id']).toSorted()).toEqual(ALL.map(({ id }) => id).toSorted());
    const readBack = codes.map((row) => ({ at: Number(row['at_ms']), code: unescapeCell(row['code'] ?? '') }));
    expect(pairs(readBack)).toEqual(pairs(ALL));
  });

  test('windows are rows of their spans, and a void one says so; phases, gaps and prompts are there', () => {
    const kinds = new Set(rows.map((row) => row['kind']));
    for (const kind of ['window', 'phase', 'gap', 'prompt', 'utterance', 'code']) expect(kinds).toContain(kind);
    const spans = rows.filter((row) => row['kind'] === 'window');
    expect(spans.slice(0, 2)).toMatchObject([
      { at_ms: '10000', until_ms: '60000', void: 'false' },
      { at_ms: '70000', until_ms: '320000', void: 'false' },
    ]);
    expect(spans.at(-1)).toMatchObject({ window_kind: 'cdi', caregiver: 'Jon', void: 'true' });
  });
});

describe('ELAN', () => {
  const text = eafExport(SCENE);

  test('is valid by a schema of the parts of EAF 3.0 that we use', () => {
    expect(() => {
      validateEaf(text);
    }).not.toThrow();
    expect(() => {
      validateEaf(text.replace('LINGUISTIC_TYPE_REF="code"', 'LINGUISTIC_TYPE_REF="none"'));
    }).toThrow();
  });

  test('has each code once at its time, in tiers without overlaps whose values are in the vocabulary', () => {
    const tiers = readEafFile(text).tiers.filter(({ type }) => type === 'code');
    expect(pairs(tiers.flatMap(({ annotations }) => annotations))).toEqual(pairs(RECORDED));
    const known = new Set(PCIT.codes.map(({ code }) => code));
    for (const { annotations } of tiers) {
      for (const [index, { at, until, code }] of annotations.entries()) {
        expect(known).toContain(code);
        expect(until).toBeGreaterThan(at);
        expect(annotations[index + 1]?.at ?? until).toBeGreaterThanOrEqual(until);
      }
    }
  });
});

test('WebVTT: its authors’ parser finds the codes of each record, in the voice of that record only', () => {
  const { cues, errors } = readVttFile(vttExport(SCENE));
  expect(errors).toEqual([]);
  const read = cues.map(({ id, startTime, text }) => {
    const [, voice = '', code = ''] = /^<v ([^>]*)>(\w+)/u.exec(text) ?? [];
    return { id, at: Math.round(startTime * 1_000), voice, code };
  });
  expect(pairs(read)).toEqual(pairs([...GIVEN.filter(({ undone }) => !undone), ...REVIEWED]));
  expect(read.map(({ at }) => at)).toEqual(read.map(({ at }) => at).toSorted((one, other) => one - other));
  const saidOf = (codeId: string) =>
    read.filter(({ id }) => id.endsWith(codeId)).map(({ voice, code }) => [voice, code]);
  expect(saidOf(CODES.corrected)).toEqual([
    ['Noor, as given', 'LP'],
    ['As reviewed', 'UP'],
  ]);
  expect(saidOf(CODES.added)).toEqual([['As reviewed', 'RF']]);
  expect(read.find(({ id }) => id.endsWith(CODES.added))?.id).toBe(`reviewed/${CODES.added}`);
});

test('[REV3] CSV: a code that a review added is in no live record', () => {
  const row = readCsv(csvExport(SCENE)).find(({ id }) => id === CODES.added);
  expect(row).toMatchObject({ record_id: 'reviewed', coder: 'Ada', source: 'review' });
});

test('BORIS: an ethogram, subjects, and an observation for each record with its events', () => {
  const { behaviors, subjects, observations } = readBorisFile(borisExport(SCENE));
  const events = observations.flatMap((one) => one.events);
  for (const { subject, code } of events) {
    expect(behaviors.has(code)).toBe(true);
    expect(subjects).toContain(subject);
  }
  const points = (some: typeof events) => some.filter(({ code }) => behaviors.get(code) === 'Point event');
  expect(pairs(points(events))).toEqual(pairs(RECORDED));
  const taken = observations.filter(({ name }) => name.endsWith('undone')).flatMap((one) => one.events);
  expect(pairs(points(taken))).toEqual(pairs(GIVEN.filter(({ undone }) => undone)));
  for (const { name, type, events: own } of observations) {
    expect(type).toBe('LIVE');
    const states = own.filter(({ code }) => behaviors.get(code) === 'State event');
    expect(states).toHaveLength(name === 'Windows' ? own.length : 0);
    expect(states.length % 2).toBe(0);
  }
});

test('SDIS: a declaration, and sequences of timed codes with labels, ends and units', () => {
  const { comments, declaration, sequences } = readSdisFile(sdisExport(SCENE));
  expect(comments[0]).toBe(`Earshot, session ${SCENE.sessionId}`);
  expect(declaration).toBe('Timed <seconds>;');
  for (const { text } of sequences) {
    expect(text).toMatch(/^<[^<>]+>\n,0\.000\n(?:[\w]+,\d+\.\d{3}(?:-\d+\.\d{3})?\n)+,\d+\.\d{3}$/u);
  }
  const codes = sequences.flatMap((sequence) => sequence.codes);
  expect(pairs(codes)).toEqual(pairs(RECORDED.filter((code) => !('undone' in code && code.undone))));
});

describe('a recording beside an export', () => {
  const run = { partId: TakeId.parse('00000000-0000-4000-8000-0000000000f1'), from: 12_000, to: 400_000 };
  const recording: RecordingFile = {
    durationMs: 400_000,
    holes: [{ what: 'picture', why: 'device-stopped', from: 20_000, to: 30_000 }],
    tracks: [
      {
        track: 'room-video',
        runs: [run],
        has: [
          [12_000, 20_000],
          [30_000, 400_000],
        ],
      },
      { track: 'room-audio', runs: [run], has: [[12_000, 400_000]] },
    ],
  };
  const scene = { ...SCENE, recording };
  const fileName = recordingFileName(scene);

  test('[RCD8] ELAN gets the file next to the document, by a valid descriptor whose origin is 0', () => {
    const text = eafExport(scene);
    expect(() => {
      validateEaf(text);
    }).not.toThrow();
    const media: unknown = new XMLParser({ ignoreAttributes: false }).parse(text);
    expect(media).toMatchObject({
      ANNOTATION_DOCUMENT: {
        HEADER: {
          MEDIA_DESCRIPTOR: {
            '@_MEDIA_URL': `file:///${fileName}`,
            '@_RELATIVE_MEDIA_URL': `./${fileName}`,
            '@_MIME_TYPE': 'video/webm',
            '@_TIME_ORIGIN': '0',
          },
        },
      },
    });
    // The file runs in session time, as the annotations do.
    expect(readEafFile(text).tiers).toEqual(readEafFile(eafExport(SCENE)).tiers);
  });

  test('[RCD8] BORIS gets the file in every observation, with times of the file', () => {
    const Project = z.object({
      observations: z.record(
        z.string(),
        z.object({
          type: z.string(),
          file: z.record(z.string(), z.array(z.string())),
          media_info: z.object({
            length: z.record(z.string(), z.number()),
            hasVideo: z.record(z.string(), z.boolean()),
            hasAudio: z.record(z.string(), z.boolean()),
            offset: z.record(z.string(), z.number()),
          }),
          'time offset': z.literal(0),
          events: z.array(z.tuple([z.number()], z.unknown())),
        }),
      ),
    });
    const observations = Object.values(Project.parse(JSON.parse(borisExport(scene))).observations);
    expect(observations.length).toBeGreaterThan(1);
    for (const { type, file, media_info: info } of observations) {
      expect(type).toBe('MEDIA');
      expect(Object.values(file).flat()).toEqual([fileName]);
      expect(info).toEqual({
        length: { [fileName]: 400 },
        hasVideo: { [fileName]: true },
        hasAudio: { [fileName]: true },
        offset: { '1': 0 },
      });
    }
  });

  test('[RCD8] the record names the file, how its times run, and where it has a picture', () => {
    const said = recordPages(scene).map((block) => ('text' in block ? block.text : ''));
    expect(said).toContain(
      `Recording: ${fileName}, 6:40 long. Its time is the session’s: 0:00 is when the session began. Recorded: picture 0:12 to 0:20, 0:30 to 6:40; sound 0:12 to 6:40.`,
    );
  });
});

test('SDIS: a label keeps whose record it is, what it holds and for which caregiver, however long the names are', () => {
  const long = 'Maximiliane Alexandra Freifrau von Hohenstaufen-Wuerttemberg';
  const labelsOf = (caregiverNames: readonly [string, string]) =>
    readSdisFile(made('sdis', aReviewedSession({ ...PLAIN_WORDS, leadName: long, caregiverNames }))).sequences.map(
      ({ text }) => /<\d+ ([^>]*)>/u.exec(text)?.[1] ?? '',
    );
  const labels = labelsOf(['Maria', 'Jon']);
  expect(labels[0]).toMatch(/^Maximiliane Alexandra .* as given Maria$/u);
  expect(labels[1]).toMatch(/^Maximiliane Alexandra .* as given Jon$/u);
  expect(labels).toContain('Omar recording as given Maria');
  for (const some of [labels, labelsOf([long, `${long} II`])]) {
    expect(new Set(some).size).toBe(some.length);
    for (const label of some) expect(label.length).toBeLessThanOrEqual(64);
  }
});
