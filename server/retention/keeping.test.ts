import { expect, test } from 'vitest';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { anAgingClinic } from '#server/http/testing/anAgingClinic.ts';

test('[RET4] a legal hold prevents it, and it is erased in the night after the hold is lifted', async () => {
  const { decide, nightOf, records, recordings, retention, familyId, sessionId, sam } = await anAgingClinic();
  await decide({ recording: '1-month', record: '3-years' });
  await nightOf('2026-03-10');
  await records.setHold(familyId, { reason: 'court', by: sam.userId, now: new Date() });
  await nightOf('2026-05-01');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  expect(await retention.obstaclesTo({ familyId, sessionId })).toEqual(['legal-hold']);
  await records.liftHold(familyId, { reason: 'settled', by: sam.userId, now: new Date() });
  await nightOf('2026-05-02');
  expect(await recordings.list(sessionId)).toEqual([]);
});

test('[RET4] a recording from which somebody is coding stays until that coding is finished', async () => {
  const { decide, nightOf, db, recordings, retention, familyId, sessionId } = await anAgingClinic();
  const fact = (seq: number, type: string) => ({
    ...{ session_id: sessionId, seq, at: 1, type, fact: Buffer.from(''), press_id: null },
  });
  await db.insertInto('session_facts').values(fact(9, 'second-coding.started')).execute();
  await decide({ recording: '1-month' });
  await nightOf('2026-03-10');
  await nightOf('2026-05-01');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  expect(await retention.obstaclesTo({ familyId, sessionId })).toEqual(['coding-open']);
  await db.insertInto('session_facts').values(fact(10, 'second-coding.finished')).execute();
  await nightOf('2026-05-02');
  expect(await recordings.list(sessionId)).toEqual([]);
});

test('[RET3] [RET4] what changed after it was judged is not erased that night', async () => {
  const { decide, nightOf, db, records, familyLog, familyId, sessionId, ada, noor, asRead } = await anAgingClinic();
  const eraser = createSqlFamilyEraser(db, keysOf(db));
  await decide({ recording: '1-month', record: '3-years' });
  await nightOf('2029-02-01');
  const [recording, record] = [{ ...(await asRead(sessionId)), sessionId }, await asRead(null)];
  const [today, now] = ['2029-03-10', new Date('2029-03-10T03:00:00Z')];
  const tryBoth = async () => [
    await eraser.beginRecording(recording, { today, now }),
    await eraser.begin(familyId, { by: { actor: 'server', ruleBy: ada.userId, today, asRead: record }, now }),
  ];
  const coding = { session_id: sessionId, seq: 9, at: 1, type: 'second-coding.started', press_id: null };
  await db
    .insertInto('session_facts')
    .values({ ...coding, fact: Buffer.from('') })
    .execute();
  const entry = { type: 'course.pause', reason: 'They write again.' } as const;
  const by = { id: noor.userId, name: 'Noor' };
  await familyLog.append(familyId, [{ seq: 2, at: '2029-03-09T23:00:00.000Z', by, entry }]);
  expect(await tryBoth()).toEqual([false, undefined]);
  await db.deleteFrom('session_facts').execute();
  const keep = { reason: 'supervision', by: noor.userId, today, now } as const;
  await records.keepLonger({ familyId, sessionId }, keep);
  await records.announce([{ familyId, sessionId, erasesOn: today }], '2029-02-01');
  expect(await tryBoth()).toEqual([false, undefined]);
});

test('[RET4] what was to be erased long ago is kept for a year from today', async () => {
  const { decide, nightOf, records, announced, familyId, sessionId, noor, sam } = await anAgingClinic();
  await decide({ recording: '1-month' });
  await nightOf('2026-03-10');
  await records.setHold(familyId, { reason: 'court', by: sam.userId, now: new Date() });
  await nightOf('2028-05-02');
  expect(await announced()).toMatchObject([{ erasesOn: '2026-04-09' }]);
  const keep = { reason: 'family-asked', by: noor.userId, today: '2028-05-02', now: new Date() } as const;
  expect(await records.keepLonger({ familyId, sessionId }, keep)).toBe(true);
  expect(await records.listKept(familyId, '2028-05-02')).toMatchObject([{ keptUntil: '2029-05-02' }]);
});

test('[RET4] a record stays as long as one of its recordings is kept', async () => {
  const { decide, nightOf, records, announced, familyId, sessionId, noor } = await anAgingClinic();
  await decide({ recording: '1-month' });
  await nightOf('2028-06-01');
  const keep = { reason: 'supervision', by: noor.userId, today: '2028-06-01', now: new Date() } as const;
  expect(await records.keepLonger({ familyId, sessionId }, keep)).toBe(true);
  await decide({ recording: '1-month', record: '3-years' });
  await nightOf('2029-03-02');
  expect(await announced()).toEqual([]);
  await nightOf('2029-07-01');
  expect(await announced()).toMatchObject([{ erasesOn: '2029-07-31' }, { erasesOn: '2029-07-31' }]);
});

test('[RET4] what is kept for another year is announced again before that year is over', async () => {
  const { decide, nightOf, records, announced, recordings, familyId, sessionId, noor } = await anAgingClinic();
  await decide({ recording: '1-month' });
  await nightOf('2026-03-10');
  const now = { today: '2026-03-11', now: new Date('2026-03-11T09:00:00Z') };
  const keep = { reason: 'supervision', by: noor.userId, ...now } as const;
  expect(await records.keepLonger({ familyId, sessionId }, keep)).toBe(true);
  expect(await records.keepLonger({ familyId, sessionId }, keep)).toBe(false);
  expect(await records.listKept(familyId, '2026-03-11')).toMatchObject([
    { sessionId, reason: 'supervision', keptBy: 'Noor', keptUntil: '2027-04-09' },
  ]);
  await nightOf('2027-03-09');
  expect(await announced()).toEqual([]);
  await nightOf('2027-03-10');
  expect(await announced()).toMatchObject([{ erasesOn: '2027-04-09' }]);
  await nightOf('2027-04-09');
  expect(await recordings.list(sessionId)).toEqual([]);
});
