import { KEEP_EVERYTHING, type RetentionRules } from '#shared/domain/retention/retentionRules.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { SendMail } from '#server/mail/sendMail.ts';
import { aWebmStream } from '#server/recording/store/webm/testing/aWebmStream.ts';
import { aPlan, record } from '#server/recording/testing/recordingStoreContract.ts';
import { anHttpClinic } from './anHttpClinic.ts';

type Given = { readonly childBirthMonth?: string; readonly sendMail?: SendMail };

/** A clinic with one family, a session of 2 March 2026 with its recording, and a clock that the test moves. */
export async function anAgingClinic({ sendMail, ...child }: Given = {}) {
  let today = '2026-03-02';
  const clinic = await anHttpClinic({ now: () => new Date(`${today}T09:00:00Z`), sendMail });
  const { db, records, recordings, retention, aPerson } = clinic;
  const people = {
    noor: await aPerson('therapist', 'Noor'),
    sam: await aPerson('supervisor', 'Sam'),
    ada: await aPerson('admin', 'Ada'),
    other: await aPerson('therapist', 'Olu'),
  };
  const plan = { name: 'Lark family', childInitials: 'T.', caregiverNames: ['Nora Lark'], ...child };
  const by = { id: people.noor.userId, name: 'Noor' };
  const { familyId } = await records.makeFamily({ ...plan, therapist: by.id }, by, new Date(`${today}T09:00:00Z`));

  async function aRecording(): Promise<SessionId> {
    const startsAt = new Date('2026-03-02T09:00:00Z');
    const program = { program: 'pcit', programVersion: 'pcit-2011' };
    const session = await records.makeSession({ familyId, lead: by.id, madeBy: by.id, startsAt, ...program });
    if (session === undefined) throw new Error('There is no such family.');
    await record(recordings, session.sessionId, aPlan(), aWebmStream(3));
    return session.sessionId;
  }

  return {
    ...clinic,
    ...people,
    familyId,
    sessionId: await aRecording(),
    aRecording,
    decide: (rules: Partial<RetentionRules>) => retention.change({ ...KEEP_EVERYTHING, ...rules }, people.ada.userId),
    /** Goes to a day, and does what is done at night. */
    nightOf: async (day: string) => {
      today = day;
      await retention.run();
    },
    goTo: (day: string) => (today = day),
    /** What is read of a thing before it is judged. */
    asRead: async (sessionId: SessionId | null) => {
      const kind = sessionId === null ? 'record' : 'recording';
      const { rows } = await records.listAging(kind, { before: '9999', after: null });
      const row = rows.find((one) => one.familyId === familyId && one.sessionId === sessionId);
      if (row === undefined) throw new Error('There is no such thing.');
      return { ...row, sessionId };
    },
    announced: async () => (await records.listAnnounced({})).lines,
    audited: async (actor: 'server' | 'admin') =>
      await db
        .selectFrom('audit')
        .select(['what', 'actor_id', 'family_id', 'session_id'])
        .where('actor', '=', actor)
        .execute(),
  };
}
