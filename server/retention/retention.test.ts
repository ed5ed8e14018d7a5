import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { KEEP_EVERYTHING } from '#shared/domain/retention/retentionRules.ts';
import { NoteId } from '#shared/protocol/ids.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { createSqlFamilyEraser } from '#server/storage/sqlFamilyEraser.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import type { Mail } from '#server/mail/sendMail.ts';
import { anAgingClinic } from '#server/http/testing/anAgingClinic.ts';

test('[RET1] as long as nobody decides, nothing is announced and nothing erased', async () => {
  const { nightOf, announced, recordings, sessionId, audited } = await anAgingClinic();
  await nightOf('2126-03-02');
  expect(await announced()).toEqual([]);
  expect(await recordings.list(sessionId)).toHaveLength(1);
  expect(await audited('server')).toEqual([]);
});

test('[RET6] a recording is announced, and erased on its day, while the codes of its session stay', async () => {
  const { decide, nightOf, announced, recordings, factLog, db, audited, familyId, sessionId } = await anAgingClinic();
  const note = { type: 'note.written', by: randomUUID(), noteId: NoteId.parse(randomUUID()), text: 'Plays.' };
  await factLog.append(sessionId, [aFact.opened({ sessionId }), { seq: 2, at: 5, ...note } as never]);
  await decide({ recording: '3-months' });
  expect(await announced()).toEqual([]);
  await nightOf('2026-05-03');
  expect(await announced()).toMatchObject([{ sessionId, familyName: 'Lark family', erasesOn: '2026-06-02' }]);
  await nightOf('2026-06-01');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  await nightOf('2026-06-02');
  expect(await recordings.list(sessionId)).toEqual([]);
  expect(await announced()).toEqual([]);
  const row = await db.selectFrom('recordings').select(['wrapped_key', 'destroyed_at']).executeTakeFirstOrThrow();
  expect(row).toEqual({ wrapped_key: null, destroyed_at: '2026-06-02T09:00:00.000Z' });
  expect(await factLog.read(sessionId)).toHaveLength(2);
  expect(await audited('server')).toEqual([
    { what: 'recording.erased', actor_id: null, family_id: familyId, session_id: sessionId },
  ]);
});

test('[RET3] a rule by which a recording is long over erases it 30 days later', async () => {
  const { decide, nightOf, goTo, announced, recordings, sessionId } = await anAgingClinic();
  goTo('2027-03-02');
  await decide({ recording: '1-month' });
  expect(await announced()).toMatchObject([{ announcedOn: '2027-03-02', erasesOn: '2027-04-01' }]);
  await nightOf('2027-03-31');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  await nightOf('2027-04-01');
  expect(await recordings.list(sessionId)).toEqual([]);
});

test('[RET3] a changed rule announces anew, and a rule that keeps withdraws', async () => {
  const { decide, nightOf, goTo, announced, recordings, sessionId } = await anAgingClinic();
  goTo('2027-03-02');
  await decide({ recording: '1-month' });
  goTo('2027-03-31');
  await decide({ recording: '3-months' });
  expect(await announced()).toMatchObject([{ erasesOn: '2027-04-30' }]);
  await nightOf('2027-04-29');
  expect(await recordings.list(sessionId)).toHaveLength(1);
  await decide({});
  expect(await announced()).toEqual([]);
  await nightOf('2027-06-01');
  expect(await recordings.list(sessionId)).toHaveLength(1);
});

test('[RET3] whatever was not announced 30 days before, the database does not let anybody erase', async () => {
  const { db, records, familyId, sessionId, ada, announced, asRead } = await anAgingClinic();
  const eraser = createSqlFamilyEraser(db, keysOf(db));
  const now = new Date('2026-06-02T03:00:00Z');
  const recording = { ...(await asRead(sessionId)), sessionId };
  const byRule = { actor: 'server', ruleBy: ada.userId, today: '2026-06-02', asRead: await asRead(null) } as const;
  const tryBoth = async () => [
    await eraser.beginRecording(recording, { today: '2026-06-02', now }),
    (await eraser.begin(familyId, { by: byRule, now })) !== undefined,
  ];
  expect(await tryBoth()).toEqual([false, false]);
  const things = [
    { familyId, sessionId },
    { familyId, sessionId: null },
  ];
  const erasesOn = '2026-06-02';
  await records.announce(
    things.map((thing) => ({ ...thing, erasesOn })),
    '2026-05-04',
  );
  expect(await announced()).toHaveLength(2);
  expect(await tryBoth()).toEqual([false, false]);
  await records.withdrawAnnouncements(things);
  await records.announce(
    things.map((thing) => ({ ...thing, erasesOn })),
    '2026-05-03',
  );
  expect(await tryBoth()).toEqual([true, true]);
});

test('[RET3] a rule that stays as it is leaves its announcements as they are, and the preview does not count them', async () => {
  const { decide, goTo, announced, retention, sessionId } = await anAgingClinic();
  goTo('2029-03-02');
  await decide({ recording: '1-month' });
  const rules = { ...KEEP_EVERYTHING, recording: '1-month', record: '3-years' } as const;
  expect((await retention.preview(rules)).counts).toEqual({ recording: 0, record: 1 });
  goTo('2029-03-20');
  await decide(rules);
  expect(await announced()).toMatchObject([
    { sessionId, erasesOn: '2029-04-01' },
    { sessionId: null, erasesOn: '2029-04-19' },
  ]);
});

test('[RET1] [RET3] a family that cannot be read stops neither the rules nor the others, and the admins are told', async () => {
  const sent: Mail[] = [];
  const sendMail = async (mail: Mail) => void sent.push(mail);
  const clinic = await anAgingClinic({ sendMail, childBirthMonth: '2001-05' });
  const { decide, nightOf, goTo, announced, db, records, ada, noor, faults } = clinic;
  const plan = { name: 'Owl family', childInitials: 'O.', caregiverNames: ['Jon'], childBirthMonth: '2001-05' };
  const by = { id: noor.userId, name: 'Noor' };
  const owls = await records.makeFamily({ ...plan, therapist: by.id }, by, new Date('2026-03-02T09:00:00Z'));
  await db
    .updateTable('families')
    .set({ name: Buffer.from('broken') })
    .where('family_id', '=', owls.familyId)
    .execute();
  goTo('2029-06-01');
  await decide({ record: '3-years', untilAge: '18' });
  expect(await announced()).toMatchObject([{ familyName: 'Lark family' }]);
  expect(faults).not.toEqual([]);
  await expect.poll(() => sent.map(({ to }) => to.address)).toEqual([ada.email]);
  await nightOf('2029-07-01');
  expect(await announced()).toEqual([]);
  expect(await records.findRetentionRun()).toBe('2029-07-01');
});

test('[RET6] a whole record is erased as an admin would, and what stays says by whose rule', async () => {
  const { decide, nightOf, records, announced, recordings, audited, familyId, sessionId } = await anAgingClinic();
  await decide({ record: '3-years' });
  await nightOf('2029-01-31');
  expect(await announced()).toMatchObject([{ familyId, sessionId: null, erasesOn: '2029-03-02' }]);
  await nightOf('2029-03-02');
  expect(await records.findFamily(familyId)).toBeUndefined();
  expect(await recordings.list(sessionId)).toEqual([]);
  expect((await records.listErasures({ show: 'erased' })).lines).toMatchObject([
    { familyName: null, reason: 'time-over', askedBy: 'Ada', isByRule: true, counts: { sessions: 1, recordings: 1 } },
  ]);
  expect(await audited('server')).toEqual([
    { what: 'family.erased', actor_id: null, family_id: familyId, session_id: null },
  ]);
  expect(await announced()).toEqual([]);
});

test('[RET2] a record is kept until the child is as old as the rule says, and by an entry it is young again', async () => {
  const { decide, nightOf, announced, familyLog, familyId, noor } = await anAgingClinic({ childBirthMonth: '2012-05' });
  await decide({ record: '3-years', untilAge: '18' });
  await nightOf('2030-05-01');
  expect(await announced()).toEqual([]);
  await nightOf('2030-05-02');
  expect(await announced()).toMatchObject([{ erasesOn: '2030-06-01' }]);
  const entry = { type: 'course.pause', reason: 'They write again.' } as const;
  const by = { id: noor.userId, name: 'Noor' };
  await familyLog.append(familyId, [{ seq: 2, at: '2030-05-20T09:00:00.000Z', by, entry }]);
  await nightOf('2030-06-01');
  expect(await announced()).toEqual([]);
});

test('[RET2] without a month of birth a record is kept if the rule has an age', async () => {
  const { decide, nightOf, announced } = await anAgingClinic();
  await decide({ record: '3-years', untilAge: '18' });
  await nightOf('2090-05-01');
  expect(await announced()).toEqual([]);
});

test('[RET5] asked twice at once it erases once, and a night that was looked at is noted', async () => {
  const { decide, nightOf, goTo, retention, records, audited, aRecording } = await anAgingClinic();
  await aRecording();
  await decide({ recording: '1-month' });
  await nightOf('2026-03-10');
  goTo('2026-05-01');
  await Promise.all([retention.run(), retention.run()]);
  expect(await audited('server')).toHaveLength(2);
  expect(await records.findRetentionRun()).toBe('2026-05-01');
});

test('[RET5] a server that was stopped after the key was destroyed leaves no file, and does not erase it again', async () => {
  const { decide, nightOf, goTo, db, recordings, audited, sessionId, asRead } = await anAgingClinic();
  await decide({ recording: '1-month' });
  await nightOf('2026-03-10');
  const now = new Date('2026-05-01T03:00:00Z');
  const eraser = createSqlFamilyEraser(db, keysOf(db));
  const recording = { ...(await asRead(sessionId)), sessionId };
  expect(await eraser.beginRecording(recording, { today: '2026-05-01', now })).toBe(true);
  // The store of the next start removes the files of every recording in this list.
  expect(await createRecordingKeys(db, keysOf(db), () => now).destroyed()).toEqual([sessionId]);
  expect((await recordings.list(sessionId)).length).toBe(0);
  goTo('2026-05-01');
  await nightOf('2026-05-02');
  expect(await audited('server')).toHaveLength(1);
});

test('[RET3] at an announcement every admin gets a mail that names nobody, and nobody else gets one', async () => {
  const sent: Mail[] = [];
  const sendMail = async (mail: Mail) => void sent.push(mail);
  const { decide, nightOf, ada, familyId, sessionId } = await anAgingClinic({ sendMail });
  await decide({ recording: '1-month' });
  expect(sent).toEqual([]);
  await nightOf('2026-03-10');
  await nightOf('2026-03-11');
  await expect.poll(() => sent.map(({ to }) => to.address)).toEqual([ada.email]);
  const said = JSON.stringify(sent);
  expect(said).toContain('1 recording will be erased from 2026-04-09 on');
  for (const secret of ['Lark', 'Nora', familyId, sessionId]) expect(said).not.toContain(secret);
});
