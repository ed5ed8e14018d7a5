import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { clinicDay } from '#shared/domain/clinicDay.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { Diary } from '#shared/protocol/http/diary.ts';
import { FamilyRecord } from '#shared/protocol/http/families.ts';
import { SessionReport } from '#shared/protocol/http/report.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { courseOf } from '#shared/course/courseOf.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { commands } from './cli/commands.ts';
import { runCommand } from './cli/runCommand.ts';
import { aClinicInZone, LATER_MS } from './testing/aClinicInZone.ts';

/** The day in the clinic, at a moment, and what UTC, the server's zone, calls that day. */
const SCENES = [
  {
    of: 'an evening in Los Angeles',
    timeZone: 'America/Los_Angeles',
    startsAt: '2026-03-04T03:30:00.000Z',
    day: '2026-03-03',
    foreign: '2026-03-04',
    offsets: ['-08:00'],
  },
  {
    of: 'a Saturday morning in Sydney',
    timeZone: 'Australia/Sydney',
    startsAt: '2026-03-06T22:00:00.000Z',
    day: '2026-03-07',
    foreign: '2026-03-06',
    offsets: ['+11:00'],
  },
  {
    of: 'a night in Sydney in which summer time begins in mid-session',
    timeZone: 'Australia/Sydney',
    startsAt: '2026-10-03T15:50:00.000Z',
    day: '2026-10-04',
    foreign: '2026-10-03',
    offsets: ['+10:00', '+11:00'],
  },
  {
    of: 'a night in Los Angeles in which summer time ends in mid-session, just after midnight in UTC',
    timeZone: 'America/Los_Angeles',
    startsAt: '2026-11-01T08:50:00.000Z',
    day: '2026-11-01',
    foreign: undefined,
    offsets: ['-07:00', '-08:00'],
  },
] as const;

type Scene = (typeof SCENES)[number];

test("the server's process is in another zone than either clinic", () => {
  vi.stubEnv('TZ', 'UTC');
  expect(new Date('2026-03-04T03:30:00Z').getHours()).toBe(3);
});

describe.each(SCENES)('$of', (scene) => {
  test('has the clinic’s day in every answer over HTTP', async () => {
    const clinic = await aClinicInZone(scene);
    const answers = await clinic.allAnswers();
    for (const [url, { status, text }] of answers) {
      expect([200, 204], `${url}: ${text}`).toContain(status);
      expect(foreignDaysIn(text.replaceAll(EMPTY_DIARY_DAY, ''), scene), url).toEqual([]);
    }
    const diary = Diary.parse(JSON.parse(answers.get(pathOf('diary:read'))?.text ?? ''));
    expect(diary.today).toBe(scene.day);
    expect(diary.days.find(({ on }) => on === scene.day)).toMatchObject({ minutes: 5 });
    expect(diary.card?.on).toBe(scene.day);
    const report = SessionReport.parse(
      JSON.parse(answers.get(pathOf('session-report:read', { sessionId: clinic.sessionId }))?.text ?? ''),
    );
    expect(clinicDay(report.startedAt, scene.timeZone)).toBe(scene.day);
    expect(diary.card?.practice.days).toBe(1);
  });

  test('has the clinic’s day in the course, its measures and its alerts', async () => {
    const clinic = await aClinicInZone(scene);
    const record = FamilyRecord.parse(
      JSON.parse((await clinic.ask(pathOf('family:read', { familyId: clinic.familyId }))).text),
    );
    const view = courseOf(record, PCIT, scene.day);
    expect(foreignDaysIn(JSON.stringify(view), scene)).toEqual([]);
    expect(JSON.stringify(view)).toContain(scene.day);
  });

  test("has the clinic’s day in every format of an export, and in the file's name", async () => {
    const clinic = await aClinicInZone(scene);
    for (const format of EXPORT_FORMATS) {
      const made = await clinic.ask(pathOf('exports:make', { sessionId: clinic.sessionId }), { format });
      expect(made.status, format).toBe(200);
      expect(made.headers['content-disposition'], format).toContain(`"earshot-${scene.day}-`);
      expectClinicDays(format, made.bytes, scene);
    }
  });

  test('has the clinic’s day in every format that is made from a terminal', async () => {
    const clinic = await aClinicInZone(scene);
    for (const format of EXPORT_FORMATS) {
      const out = join(aFolder(), 'out');
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const code = await runCommand(commands, ['export', clinic.sessionId, '--format', format, '--out', out], {
        env: { EARSHOT_DATA: clinic.folder },
        print: say,
        complain: say,
      });
      expect(code, said.join('\n')).toBe(0);
      expectClinicDays(format, readFileSync(out), scene);
    }
  });
});

/** A diary lists every day of the week, most of them empty. */
const EMPTY_DIARY_DAY = /\{"on":"[0-9-]+","minutes":null[^}]*\}/g;

/** The other formats have session time only. */
const SAYS_THE_DAY: ReadonlySet<string> = new Set(['csv', 'transcript', 'eaf', 'boris', 'fhir', 'pdf']);

/** Fields with moments in UTC, which end in Z, instead of the clinic's day. */
function foreignDaysIn(text: string, { foreign }: Scene): readonly string[] {
  if (foreign === undefined) return [];
  return [...text.matchAll(new RegExp(`.{0,60}${foreign}(?!T[0-9:.]+Z).{0,20}`, 'g'))].map(([found]) => found);
}

/** Files have no day but the clinic's, in any spelling, and every moment with the clinic's offset at that time. */
function expectClinicDays(format: ExportFormat, bytes: Buffer, scene: Scene) {
  const text = format === 'pdf' ? pdfText(bytes) : bytes.toString('utf8');
  if (scene.foreign !== undefined) {
    for (const spelt of spellings(scene.foreign)) expect(text, format).not.toContain(spelt);
  }
  if (SAYS_THE_DAY.has(format)) expect(text, format).toContain(scene.day);
  const from = Date.parse(scene.startsAt);
  for (const [moment] of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g)) {
    const ms = Date.parse(moment) - from;
    // The file from a terminal is made now, on whatever day that is.
    if (ms > LATER_MS) continue;
    expect(ms, `${format} ${moment}`).toBeGreaterThanOrEqual(0);
    expect(
      scene.offsets.some((offset) => moment.endsWith(offset)),
      `${format} ${moment}`,
    ).toBe(true);
  }
}

function spellings(day: string): readonly string[] {
  const at = new Date(`${day}T12:00Z`);
  const styles = ['short', 'long', 'numeric', '2-digit'] as const;
  const said = ['en-US', 'en-GB'].flatMap((locale) =>
    styles.map((month) =>
      at.toLocaleDateString(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        month,
        day: month === '2-digit' ? '2-digit' : 'numeric',
      }),
    ),
  );
  return [day, ...said];
}

const pdfText = (bytes: Buffer) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
