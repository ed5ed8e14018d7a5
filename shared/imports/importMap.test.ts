import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { aReviewedSession } from '#shared/session/testing/aReviewedSession.ts';
import { growth, LINEAR } from '#shared/testing/growth.ts';
import { countLabels, type ImportMap, isDecided, suggestMap, UNDECIDED } from './importMap.ts';
import { mapRecord } from './mapRecord.ts';
import { aBorisProject } from './testing/aForeignFile.ts';
import { firstRecord, readText } from './testing/readText.ts';

const SCENE = aReviewedSession();
const MARIA = SCENE.state.caregivers[0]?.caregiverId ?? '';

describe('the map', () => {
  const file = readText(
    aBorisProject({
      one: [
        [11, 'mother', 'praise', 'labeled', ''],
        [12, 'mother', 'praise', '', ''],
        [13, 'mother', 'labeled praise', '', ''],
        [335, 'mother', 'praise', '', ''],
        [5_000, 'mother', 'praise', '', ''],
        [20, 'child', 'play', '', ''],
      ],
    }),
  );
  const record = firstRecord(file);
  const suggested = suggestMap(record, SCENE);
  const map: ImportMap = {
    ...suggested,
    coder: 'A\u0000 lab',
    subjects: [
      { from: 'mother', caregiver: 'Maria' },
      { from: 'child', caregiver: null },
    ],
    codes: [
      { from: 'praise', value: 'labeled', to: 'LP' },
      { from: 'praise', value: null, to: 'UP' },
      { from: 'labeled praise', value: null, to: 'LP' },
      { from: 'play', value: null, to: null },
    ],
  };

  test('is suggested by the same letters as a code or its name, and asks about everything else', () => {
    expect(isDecided(suggested)).toBe(false);
    expect(suggested.codes).toEqual([
      { from: 'labeled praise', value: '', to: 'LP' },
      { from: 'play', value: '', to: UNDECIDED },
      { from: 'praise', value: '', to: UNDECIDED },
      { from: 'praise', value: 'labeled', to: UNDECIDED },
    ]);
    expect(suggested.subjects.map(({ caregiver }) => caregiver)).toEqual([UNDECIDED, UNDECIDED]);
    const again = suggestMap(record, SCENE, ({ from, value }) =>
      from === 'praise' && value === '' ? 'UP' : from === 'play' ? null : undefined,
    );
    expect(again.codes.filter(({ to }) => to === UNDECIDED)).toEqual([
      { from: 'praise', value: 'labeled', to: UNDECIDED },
    ]);
  });

  test('maps each event to one code of the window that it lies in, or reports it as left out', () => {
    const mapped = mapRecord(file, record, map, SCENE.sessionId, SCENE);
    if (!mapped.ok) throw new Error(mapped.error.message);
    expect(mapped.value).toMatchObject({ codes: 4, uncounted: 1, leftOut: 1, beyond: 1, windows: 1 });
    const [transcript] = mapped.value.transcripts;
    expect(transcript?.events.map(({ at, code }) => [at, code])).toEqual([
      [11_000, 'LP'],
      [12_000, 'UP'],
      [13_000, 'LP'],
      [335_000, 'UP'],
    ]);
    expect(transcript?.caregiver).toBe(MARIA);
  });

  test('counts the events of each of its rows in one pass', () => {
    const event = { at: 0, subject: '', retracted: false };
    const events = ['a', 'b', 'a'].map((value) => ({ ...event, from: 'talk', value }));
    const count = countLabels([...events, { ...event, from: 'praise', value: '' }]);
    const rows = [
      ['talk', 'a'],
      ['talk', null],
      ['praise', ''],
      ['talk', 'c'],
    ] as const;
    expect(rows.map(([from, value]) => count({ from, value }))).toEqual([2, 3, 1, 0]);
    const work = (size: number) => {
      const many = Array.from({ length: size }, (_, index) => ({ ...event, from: `behavior ${index}`, value: '' }));
      return () => {
        const counts = countLabels(many);
        return many.map(counts);
      };
    };
    expect(growth(work, 1_000, cpuUsage)).toBeLessThan(LINEAR);
  });

  test('its offset moves the file’s clock', () => {
    const moved = mapRecord(file, record, { ...map, offsetMs: 1_000 }, SCENE.sessionId, SCENE);
    expect(moved.ok && moved.value.transcripts[0]?.events[0]?.at).toBe(12_000);
    const away = mapRecord(file, record, { ...map, offsetMs: -6_000_000 }, SCENE.sessionId, SCENE);
    expect(away).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test.for<readonly [string, Partial<ImportMap>, string]>([
    ['a word that it does not have', { codes: map.codes.slice(1, 3) }, '“play”'],
    ['a subject that it does not have', { subjects: map.subjects.slice(0, 1) }, 'the subject “child”'],
    ['what is not answered', { codes: suggested.codes }, '“?”'],
    ['a code that no second coding has', { codes: [{ from: 'praise', value: null, to: 'XX' }] }, '“XX”'],
    ['a caregiver who is not of the session', { subjects: [{ from: 'mother', caregiver: 'Eve' }] }, '“Eve”'],
  ])('is refused for %s', ([, change, why]) => {
    const refused = mapRecord(file, record, { ...map, ...change }, SCENE.sessionId, SCENE);
    expect(refused.ok ? '' : refused.error.message).toContain(why);
  });

  test('free text is one row for all of it', () => {
    const spoken = Array.from({ length: 60 }, (_, index) => [index, '', 'praise', `words ${index}`, ''] as const);
    const said = firstRecord(readText(aBorisProject({ one: spoken })));
    expect(suggestMap(said, SCENE).codes).toEqual([{ from: 'praise', value: null, to: UNDECIDED }]);
  });
});
