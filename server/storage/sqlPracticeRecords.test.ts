import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { AttemptId, type PracticeScore } from '#shared/protocol/practice.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { aDatabase, aDatabaseFile } from './testing/aDatabase.ts';
import { openDatabase } from './openDatabase.ts';
import { anAccount, anAccountWithoutTeam } from './testing/records.ts';
import type { NewScoredAttempt } from './practiceRecords.ts';
import { createSqlRecords } from './sqlRecords.ts';
import { keysOf } from './testing/keysOf.ts';

const OPENED_AT = '2026-03-02T09:00:00.000Z';
const LONG_AGO = new Date('2026-02-01T09:00:00Z');
const GIVEN = [{ code: 'LP', at: 4_200 }];
const SCORE: PracticeScore = {
  agreement: 0.5,
  kappa: null,
  counts: { agreed: 1, substituted: 0, missed: 1, added: 0 },
  byCode: [{ code: 'LP', inKey: 2, agreed: 1, yours: 1 }],
};
const newId = () => AttemptId.parse(randomUUID());
const CLIP = { clipId: 'a-clip', program: 'pcit', programVersion: 'pcit-2011', treatmentPhase: 'cdi' };

function scored(attemptId: AttemptId): NewScoredAttempt {
  return {
    attemptId,
    ...CLIP,
    openedAt: OPENED_AT,
    codedAt: '2026-03-02T09:05:00.000Z',
    watched: 'whole',
    score: SCORE,
  };
}

test('[PRA3] an open attempt and a submitted one are there after a restart', async () => {
  const file = aDatabaseFile();
  const first = openDatabase(file);
  await migrate(first.db);
  const noor = await anAccount(first.db, 'therapist', 'Noor');
  const before = createSqlRecords(first.db, keysOf(first.db));
  const [open, submitted] = [newId(), newId()];
  const opening = { attemptId: open, clipId: 'a-clip', openedAt: OPENED_AT };
  await before.openAttempt(opening, noor.userId, LONG_AGO);
  await before.openAttempt({ ...opening, attemptId: submitted }, noor.userId, LONG_AGO);
  const kept = await before.keepAttempt(scored(submitted), GIVEN, noor.userId);
  await first.close();

  const reopened = await aDatabase(file);
  const after = createSqlRecords(reopened, keysOf(reopened));
  expect(await after.findOpenAttempt(open, noor.userId)).toEqual(opening);
  expect(await after.findOpenAttempt(submitted, noor.userId)).toBeUndefined();
  expect(await after.findAttempt(submitted, noor.userId)).toEqual(kept);
  expect(kept).toMatchObject({ given: GIVEN, attempt: { score: SCORE, watched: 'whole' } });
});

test('[PRA3] two simultaneous submissions of one attempt keep it once, and both are told what was kept', async () => {
  const db = await aDatabase();
  const records = createSqlRecords(db, keysOf(db));
  const noor = await anAccount(db, 'therapist', 'Noor');
  const attemptId = newId();
  await records.openAttempt({ attemptId, clipId: 'a-clip', openedAt: OPENED_AT }, noor.userId, LONG_AGO);
  const [one, other] = await Promise.all([
    records.keepAttempt(scored(attemptId), GIVEN, noor.userId),
    records.keepAttempt(scored(attemptId), [], noor.userId),
  ]);
  expect(one).toEqual(other);
  expect((await records.listAttempts(noor.userId)).attempts).toHaveLength(1);
});

test('[PRA3] an attempt from before openings were recorded keeps its result, and whether the clip was watched is unknown', async () => {
  const { db, close } = openDatabase(aDatabaseFile());
  onTestFinished(close);
  const names = Object.keys(MIGRATIONS);
  await migrate(db, names[names.findIndex((name) => name.endsWith('-practice-openings')) - 1]);
  const noor = await anAccountWithoutTeam(db, 'therapist', 'Noor');
  const attemptId = newId();
  await sql`
    insert into practice_attempts
      (attempt_id, user_id, clip_id, programme, programme_version, treatment_phase, coded_at, given, score)
    values (
      ${attemptId}, ${noor.userId}, 'a-clip', 'pcit', 'pcit-2011', 'cdi', ${OPENED_AT},
      ${JSON.stringify(GIVEN)}, ${JSON.stringify(SCORE)}
    )
  `.execute(db);
  await migrate(db);
  expect(await createSqlRecords(db, keysOf(db)).listAttempts(noor.userId)).toEqual({
    attempts: [{ attemptId, ...CLIP, codedAt: OPENED_AT, watched: 'unknown', knewKey: false, score: SCORE }],
    next: null,
  });
});
