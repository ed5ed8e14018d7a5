import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { CodingId, WindowId } from '#shared/protocol/ids.ts';
import { MAX_IMPORTED_CODES } from '#shared/protocol/imports.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { shortSession } from './testing/shortSession.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const WINDOW = WindowId.parse(randomUUID());

async function aClosedSession() {
  const clinic = await anHttpClinic();
  const noor = await clinic.aPerson('therapist', 'Noor');
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const session = await clinic.aSessionOf(noor);
  const room = await clinic.rooms.open(session);
  await room.actor.apply(() => ok(aShortSession(session)));
  const importAs = (as: Account, transcripts: readonly unknown[], independent = true) =>
    clinic.ask(
      'POST',
      pathOf('codings:import', { sessionId: session.sessionId }),
      { transcripts, independent },
      { as },
    );
  const enter = (as: Account, entry: object) =>
    clinic.ask('POST', pathOf('review:write', { sessionId: session.sessionId }), entry, { as });
  const facts = () => clinic.factLog.read(session.sessionId);
  return { clinic, noor, ada, session, importAs, enter, facts };
}

function aShortSession(session: SessionRecord): FactDraft[] {
  return [...shortSession(session, WINDOW), { type: 'session.closed', by: session.lead }];
}

const aTranscript = (codes: number, code = 'LP') => ({
  format: 'earshot-transcript/1',
  programme: 'pcit',
  criteria: 'pcit-2011',
  coder: 'A lab',
  windows: [{ id: WINDOW, kind: 'cdi', spans: [[0, 1]] }],
  events: Array.from({ length: codes }, (_, index) => ({ id: `e${index}`, at: index, code })),
});

test('[REV4] a coding is attached with who imported it; imported again it changes nothing', async () => {
  const { ada, importAs, enter, facts } = await aClosedSession();
  await enter(ada, { type: 'review.open' });
  expect(await importAs(ada, [aTranscript(2)])).toMatchObject({
    status: 200,
    answer: { codings: 1, known: 0, strayWindows: [] },
  });
  const written = await facts();
  expect(written.at(-1)).toMatchObject({
    type: 'second-coding.imported',
    coderName: 'A lab',
    independent: true,
    importedBy: ada.userId,
    codes: [
      { code: 'LP', heardAt: 0, undone: false },
      { code: 'LP', heardAt: 1, undone: false },
    ],
  });
  expect(await importAs(ada, [aTranscript(2)])).toMatchObject({ status: 200, answer: { codings: 0, known: 1 } });
  expect(await facts()).toEqual(written);
});

test('[REV4] the same coding twice in one import is refused as that', async () => {
  const { ada, importAs, enter, facts } = await aClosedSession();
  await enter(ada, { type: 'review.open' });
  const before = await facts();
  expect(await importAs(ada, [aTranscript(2), aTranscript(2)])).toMatchObject({
    status: 400,
    answer: { error: expect.stringContaining('More than one') as string },
  });
  expect(await facts()).toEqual(before);
});

test('[REL9] the lead coach’s word does not make a coding independent; [REV5] nor is one taken into a signed record', async () => {
  const { noor, ada, importAs, enter, facts } = await aClosedSession();
  await enter(noor, { type: 'review.open' });
  expect((await importAs(noor, [aTranscript(2)])).status).toBe(200);
  expect((await facts()).find(({ type }) => type === 'second-coding.imported')).toMatchObject({ independent: false });
  await enter(ada, { type: 'review.open' });
  await enter(ada, { type: 'session.sign-off', note: '' });
  const before = await facts();
  expect((await importAs(ada, [aTranscript(3)])).status).toBe(409);
  expect(await facts()).toEqual(before);
});

test('[REV1] who has not opened the review, or codes it blind, imports nothing', async () => {
  const { ada, noor, importAs, enter, facts } = await aClosedSession();
  expect((await importAs(ada, [aTranscript(1)])).status).toBe(409);
  await enter(ada, { type: 'coding.start', codingId: CodingId.parse(randomUUID()), windowId: WINDOW });
  const before = await facts();
  expect((await importAs(ada, [aTranscript(1)])).status).toBe(409);
  expect((await importAs({ ...noor, role: 'caregiver' }, [aTranscript(1)])).status).not.toBe(200);
  expect(await facts()).toEqual(before);
});

test('what breaks the format, has a strange code or too many is refused whole', async () => {
  const { ada, importAs, enter, facts } = await aClosedSession();
  await enter(ada, { type: 'review.open' });
  const before = await facts();
  for (const bad of [[{}], [aTranscript(1), aTranscript(1, 'XX')], [aTranscript(MAX_IMPORTED_CODES + 1)], []]) {
    expect((await importAs(ada, bad)).status).toBe(400);
  }
  expect((await importAs(ada, [{ text: 'x'.repeat(600_000) }])).status).toBe(413);
  expect(await facts()).toEqual(before);
});

test('somebody who does not attend the session finds none', async () => {
  const { clinic, importAs } = await aClosedSession();
  const eve = await clinic.aPerson('therapist', 'Eve');
  expect((await importAs(eve, [aTranscript(1)])).status).toBe(404);
});
