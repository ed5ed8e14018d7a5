import { expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { aFact, numbered } from '#shared/session/testing/aSession.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const WINDOW = aFact.windowId(1);
const PART = TakeId.parse('00000000-0000-4000-8000-00000000000e');

/** A session with a recording of its room that was closed before this server started. */
async function aClosedSession() {
  const clinic = await anHttpClinic();
  const ada = await clinic.aPerson('supervisor', 'Ada');
  const noor = await clinic.aPerson('therapist', 'Noor');
  const session = await clinic.aSessionOf(noor);
  const [lead, caregiverId] = [noor.userId, session.caregivers[0]?.caregiverId];
  if (caregiverId === undefined) throw new Error('A family has a caregiver.');
  const joined = { participantId: lead, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
  const given = { codeId: aFact.codeId(1), code: 'LP', caregiverId, heardAt: 6, pressedAt: 6 };
  const consent = { track: 'room-video', saidBy: caregiverId, how: 'spoken', purposes: ['supervision'] } as const;
  const drafts: readonly FactDraft[] = [
    { type: 'participant.joined', by: 'server', ...joined },
    { type: 'waiting.opened', by: lead },
    { type: 'check-in.started', by: lead },
    { ...consent, type: 'consent.given', by: lead, purposes: [...consent.purposes] },
    { type: 'coding.started', by: lead, windowId: WINDOW, kind: 'cdi', caregiverId, lengthMs: 300_000 },
    {
      type: 'recording.started',
      by: 'server',
      partId: PART,
      recorder: 'room',
      participantId: lead,
      tracks: ['room-video'],
    },
    { type: 'code.recorded', by: lead, ...given },
    { type: 'coding.finished', by: lead, windowId: WINDOW, complete: false },
    { type: 'recording.stopped', by: 'server', partId: PART, why: 'over' },
    { type: 'session.closed', by: lead },
  ];
  const opened = aFact.opened({ sessionId: session.sessionId, caregivers: [...session.caregivers], lead });
  await clinic.factLog.append(session.sessionId, [opened, ...numbered(drafts)]);
  const { sessionId } = session;
  const enter = (as: Account, entry: object) =>
    clinic.ask('POST', pathOf('review:write', { sessionId }), entry, { as });
  return { clinic, ada, session, sessionId, caregiverId, enter };
}

test('exporting, reviewing, importing and taking consent back after the close make no media', async () => {
  const { clinic, ada, sessionId, caregiverId, enter } = await aClosedSession();
  const events = [{ id: 'e1', at: 6, code: 'UP' }];
  const windows = [{ id: WINDOW, kind: 'cdi', spans: [[5, 7]] }];
  const coded = { format: 'earshot-transcript/1', programme: 'pcit', criteria: 'pcit-2011', coder: 'A lab' };
  const written = [
    await enter(ada, { type: 'review.open' }),
    await enter(ada, { type: 'comment.write', remarkId: aFact.codeId(9), about: 6, text: 'Well heard', answers: null }),
    await clinic.ask('POST', pathOf('exports:make', { sessionId }), { format: 'csv' }, { as: ada }),
    await clinic.ask(
      'POST',
      pathOf('codings:import', { sessionId }),
      { transcripts: [{ ...coded, windows, events }], independent: true },
      { as: ada },
    ),
    await enter(ada, { type: 'consent.withdraw', saidBy: caregiverId }),
  ];
  expect(written.map(({ status, answer }) => (status === 200 ? status : answer))).toEqual([200, 200, 200, 200, 200]);
  const types = (await clinic.factLog.read(sessionId)).map(({ type }) => type);
  const expected = ['review.opened', 'session.exported', 'second-coding.imported', 'consent.withdrawn'] as const;
  for (const type of expected) expect(types).toContain(type);
  expect(clinic.media.opened()).toBe(0);
});
