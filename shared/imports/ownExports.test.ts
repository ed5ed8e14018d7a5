import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName } from '#shared/domain/cleanName.ts';
import { spansUntil } from '#shared/domain/codingWindow.ts';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { transcriptCodes } from '#shared/protocol/transcript.ts';
import { aCodedSession } from '#shared/session/testing/aCodedSession.ts';
import { aReviewedSession, type MadeUp, PLAIN_WORDS, SECOND_CODING } from '#shared/session/testing/aReviewedSession.ts';
import { exportedCodes } from '#shared/exports/exportedCodes.ts';
import { exportedRecords } from '#shared/exports/exportedRecords.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';
import { textExport } from '#shared/exports/textExport.ts';
import { transcriptExport } from '#shared/exports/transcriptExport.ts';
import type { CodedFile } from './codedFile.ts';
import { isDecided, suggestMap } from './importMap.ts';
import { mapRecord } from './mapRecord.ts';
import { readText } from './testing/readText.ts';

const FORMATS = ['boris', 'eaf'] as const;
const NAME = fc
  .oneof(
    fc.constantFrom('Łukasz Żółć', 'فاطمة', '王芳', 'O’Brien & Söhne', 'a / b', 'x, as given', '<b>"'),
    fc.string(),
  )
  .map((text) => cleanName(text).slice(0, 40).trim())
  .filter((name) => cleanName(name) !== '' && name === cleanName(name));
const WORDS: fc.Arbitrary<MadeUp> = fc.record({
  leadName: NAME,
  observerName: NAME,
  coderName: NAME,
  caregiverNames: fc.tuple(NAME, NAME),
  text: fc.string().map((text) => `${text}x`),
  reason: fc.string().map((text) => `${text}xxx`),
  note: fc.string().map((text) => `${text}x`),
});

function readOwn(format: (typeof FORMATS)[number], scene: ExportScene, change = (text: string) => text): CodedFile {
  const text = textExport(format, scene);
  if (!text.ok) throw new Error(text.error.message);
  return readText(change(text.value));
}

/** Each event as a line. `place`: a behavior states its code itself, an annotation in the stream of its tier. */
const lines = (events: readonly { at: number; subject: string; code: string; retracted: boolean }[]) =>
  events.map(({ at, subject, code, retracted }) => `${at} ${subject} ${code} ${String(retracted)}`).toSorted();

describe.each(FORMATS)('our own export to %s is read back', (format) => {
  test('with each coder’s codes, times, subjects, undone codes, the reviewed record and the windows, for any names', () => {
    fc.assert(
      fc.property(WORDS, (words) => {
        const scene = aReviewedSession(words);
        const file = readOwn(format, scene);
        const [one, two] = words.caregiverNames;
        const nameOf = new Map(
          scene.state.caregivers.map(({ caregiverId }, index) => [
            caregiverId,
            index === 1 && one === two ? `${two} (2)` : words.caregiverNames[index],
          ]),
        );
        expect(file.sessionId).toBe(scene.sessionId);
        const written = exportedRecords(scene);
        const whole = [...new Set(written.map(({ coder }) => coder?.recordId))];
        expect(file.records).toHaveLength(whole.length);
        for (const recordId of whole) {
          const events = written
            .filter(({ coder }) => coder?.recordId === recordId)
            .flatMap(({ of, codes }) =>
              codes.map(({ at, code, caregiverId }) => {
                return { at, code, subject: nameOf.get(caregiverId) ?? '', retracted: of === 'undone' };
              }),
            );
          const read = file.records.map((record) =>
            lines(record.events.map((event) => ({ ...event, code: format === 'boris' ? event.from : event.value }))),
          );
          expect(read).toContainEqual(lines(events));
        }
        const names = file.records.map(({ coder, of }) => `${of} ${coder}`).toSorted();
        const given = [words.leadName, words.observerName, words.coderName].map((name) => `given ${name}`);
        for (const name of given) expect(names.some((known) => known.startsWith(name))).toBe(true);
        expect(names).toContain('reviewed ');
        const windows = scene.state.windows.flatMap((window) =>
          spansUntil(window, closedAt(scene.state)).map(([from, to]) => {
            return {
              subject: nameOf.get(window.caregiverId),
              kind: window.kind,
              from: Math.round(from),
              to: Math.round(to),
            };
          }),
        );
        expect(new Set(file.windows.map((window) => JSON.stringify(window)))).toEqual(
          new Set(windows.map((window) => JSON.stringify(window))),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('without a map: the lead coach’s record gives each caregiver’s transcript', () => {
    const scene = aReviewedSession({ ...PLAIN_WORDS, leadName: 'Łukasz' });
    const file = readOwn(format, scene);
    const record = file.records.find(({ coder }) => coder === 'Łukasz');
    if (record === undefined) throw new Error('The lead coach coded.');
    const map = suggestMap(record, scene);
    expect(isDecided(map)).toBe(true);
    const mapped = mapRecord(file, record, map, scene.sessionId, scene);
    if (!mapped.ok) throw new Error(mapped.error.message);
    expect(mapped.value).toMatchObject({ beyond: 0 });
    for (const { caregiver, windows, events, coder } of mapped.value.transcripts) {
      const own = transcriptExport(scene, { caregiverId: caregiver });
      if (!own.ok) throw new Error(own.error.message);
      expect(coder).toBe('Łukasz');
      expect(windows).toEqual(own.value.windows);
      const given = exportedCodes(scene).filter(
        ({ coder: who, caregiverId, added }) =>
          who.source === 'live' && who.name === 'Łukasz' && caregiverId === caregiver && !added,
      );
      expect(events.map(({ at, code, retracted }) => ({ at, code, undone: retracted === true }))).toEqual(
        given.map(({ at, given: code, undone }) => ({ at, code, undone })),
      );
    }
    expect(mapped.value.transcripts).toHaveLength(2);
  });

  test('with the title that earlier exports gave undone codes', () => {
    const older = (text: string) => {
      expect(text).toContain(', undone');
      return text.replaceAll(', undone', ', taken back');
    };
    expect(readOwn(format, aReviewedSession(), older)).toEqual(readOwn(format, aReviewedSession()));
  });

  test('a second coding, for its one window, without the codes that its coder undid', () => {
    const scene = aReviewedSession();
    const file = readOwn(format, scene);
    const record = file.records.find(({ title }) => title === 'Omar (recording)');
    if (record === undefined) throw new Error('Omar coded.');
    expect(record).toMatchObject({ coder: 'Omar', of: 'given' });
    const mapped = mapRecord(file, record, suggestMap(record, scene), scene.sessionId, scene);
    if (!mapped.ok) throw new Error(mapped.error.message);
    const coding = scene.state.review.codings.find(({ codingId }) => codingId === SECOND_CODING);
    const events = mapped.value.transcripts.flatMap((one) => one.events);
    expect(events.map(({ at, code, retracted }) => [at, code, retracted === true])).toEqual(
      coding?.codes.map(({ heardAt, code, undone }) => [heardAt, code, undone]),
    );
  });

  test.for(listPrograms().map((one) => [one.id, one] as const))('of %s, with every code that it has', ([, program]) => {
    const codes = transcriptCodes(program).map(({ code }) => code);
    const scene = aCodedSession(
      program,
      program.phases.map(({ id: kind }) => ({ kind, codes })),
    );
    const file = readOwn(format, scene);
    const [record] = file.records;
    if (record === undefined) throw new Error('It was coded.');
    const mapped = mapRecord(file, record, suggestMap(record, scene), scene.sessionId, scene);
    if (!mapped.ok) throw new Error(mapped.error.message);
    const own = transcriptExport(scene);
    if (!own.ok) throw new Error(own.error.message);
    const [transcript] = mapped.value.transcripts;
    expect(transcript?.windows).toEqual(own.value.windows);
    expect(transcript?.events.map(({ at, code }) => [at, code])).toEqual(
      own.value.events.map(({ at, code }) => [at, code]),
    );
  });
});
