import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { NoteId, ParticipantId, RemarkId, TakeId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import { UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { unzipped } from '#server/exports/familyCopy/testing/unzipped.ts';
import { aPlan, opened, readAll, record } from '#server/recording/testing/recordingStoreContract.ts';
import { aWebmStream } from '#server/recording/store/webm/testing/aWebmStream.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

const NOTE = 'Plays <well> & long';
const COMMENT = 'The coach was too quick here';
const HOME = ParticipantId.parse('parent-device');

/** A family with a recorded session, its notes, and a comment of its supervisor. */
async function aClinic() {
  const clinic = await anHttpClinic();
  const { aPerson, aSessionOf, ask, rooms, recordings, familyLog } = clinic;
  const noor = await aPerson('therapist', 'Noor');
  const session = await aSessionOf(noor);
  const { familyId, sessionId, caregivers } = session;
  const { caregiverId } = caregivers[0]!;
  const by = { id: noor.userId, name: 'Noor' };
  const entry = { type: 'course.pause', reason: 'Away in Lisbon' } as const;
  await familyLog.append(familyId, [{ seq: 2, at: '2026-03-02T09:00:00.000Z', by, entry }]);
  const plan = aPlan({ partId: TakeId.parse(randomUUID()) });
  await record(recordings, sessionId, plan, aWebmStream(3));
  const room = await rooms.open(session);
  const asLead = (draft: FactDraft): FactDraft => (draft.by === 'lead' ? { ...draft, by: noor.userId } : draft);
  const agreed = { type: 'consent.given', by: HOME, saidBy: caregiverId, how: 'on-device' } as const;

  const drafts: readonly FactDraft[] = [
    ...UNTIL_CHECK_IN.map(asLead),
    { ...agreed, track: 'room-video', purposes: ['treatment'] },
    { ...agreed, track: 'room-audio', purposes: ['treatment'] },
    {
      type: 'recording.started',
      by: 'server',
      partId: plan.partId,
      recorder: 'room',
      tracks: ['room-video', 'room-audio'],
      participantId: HOME,
    },
    { type: 'recording.stopped', by: 'server', partId: plan.partId, why: 'over' },
    { type: 'note.written', by: noor.userId, noteId: NoteId.parse(randomUUID()), text: NOTE },
    { type: 'session.closed', by: noor.userId },
  ];
  const written = await room.actor.apply(() => ok(drafts));
  if (!written.ok) throw new Error(written.error.message);
  return {
    ...clinic,
    noor,
    session,
    plan,

    prepare: (as: Account = noor) => ask('POST', pathOf('family-copy:prepare'), { familyId }, { as }),
    download: (as: Account = noor) => ask('GET', pathOf('family-copy:download', { familyId }), undefined, { as }),
  };
}

test('[ERA7] the copy has pages, data and films of everything about the family, and opens with any program', async () => {
  const { prepare, download, recordings, session, plan } = await aClinic();
  expect((await download()).status).toBe(404);
  expect(await prepare()).toMatchObject({ status: 200, answer: null });
  const answer = await download();
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.headers['content-disposition']).toMatch(/filename="earshot-copy-2026-03-02-[0-9a-f]{8}[.]zip"/u);
  const files = unzipped(answer.bytes);
  expect([...files.keys()]).toEqual([
    'index.html',
    'data.json',
    'session-001.html',
    'session-001.json',
    'session-001-film-1.webm',
  ]);
  const page = files.get('index.html')!.toString();
  expect(page).toContain('Lark family');
  expect(page).toContain('reason: Away in Lisbon');
  expect(page).toContain('href="session-001.html"');
  expect(page).not.toMatch(/https?:|<script/u);
  const ofSession = files.get('session-001.html')!.toString();
  expect(ofSession).toContain('Plays &lt;well&gt; &amp; long');
  expect(ofSession).toContain('src="session-001-film-1.webm"');
  expect(JSON.parse(files.get('data.json')!.toString())).toMatchObject({ family: { name: 'Lark family' } });
  expect(JSON.parse(files.get('session-001.json')!.toString())).toMatchObject({ sessionId: session.sessionId });
  const film = await readAll(await opened(recordings, session.sessionId, plan));
  expect(files.get('session-001-film-1.webm')!.equals(film)).toBe(true);
  // Once.
  expect((await download()).status).toBe(404);
});

test('[ERA7] what the clinic notes about its own staff is not in the copy', async () => {
  const { prepare, download, rooms, session, aPerson } = await aClinic();
  const sam = await aPerson('supervisor', 'Sam');
  const remarkId = RemarkId.parse(randomUUID());
  const room = await rooms.open(session);
  const facts: readonly FactDraft[] = [
    { type: 'reviewer.arrived', by: sam.userId, participantId: sam.userId, name: 'Sam', role: 'supervisor' },
    { type: 'comment.written', by: sam.userId, remarkId, about: 0, answers: null, text: COMMENT },
  ];
  expect(await room.actor.apply(() => ok(facts))).toMatchObject({ ok: true });
  await prepare();
  const files = unzipped((await download()).bytes);
  expect([...files.values()].some((content) => content.includes(COMMENT))).toBe(false);
});

test('[ERA7] a recording whose consent was taken back is not in the copy', async () => {
  const { prepare, download, rooms, session } = await aClinic();
  const room = await rooms.open(session);
  const { caregiverId } = session.caregivers[0]!;
  const withdrawn = { type: 'consent.withdrawn', by: HOME, track: 'room-video', saidBy: caregiverId } as const;
  expect(await room.actor.apply(() => ok([withdrawn]))).toMatchObject({ ok: true });
  await prepare();
  expect([...unzipped((await download()).bytes).keys()]).not.toContain('session-001-film-1.webm');
});

test('[ERA7] only those who see the family get a copy, and it is in the audit', async () => {
  const { prepare, download, aPerson, db, noor, session } = await aClinic();
  const [other, ada] = [await aPerson('therapist', 'Olu'), await aPerson('admin', 'Ada')];
  expect((await prepare(other)).status).toBe(404);
  expect((await prepare(ada)).status).toBe(403);
  await prepare();
  expect((await download(other)).status).toBe(404);
  expect((await download(await aPerson('supervisor', 'Sam'))).status).toBe(404);
  const rows = await db.selectFrom('audit').selectAll().where('what', '=', 'copy.made').execute();
  expect(rows.find(({ outcome }) => outcome === 'done')).toMatchObject({
    actor_id: noor.userId,
    kind: 'export',
    family_id: session.familyId,
  });
});
