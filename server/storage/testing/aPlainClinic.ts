import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { MIGRATIONS, migrate } from '../migrate.ts';
import type { Db } from '../db.ts';
import { anAccount } from './records.ts';

const AT = '2026-03-02T09:00:00.000Z';

/** A family of the version that stored plain text: every value contains its word. */
export type PlainFamily = {
  readonly familyId: FamilyId;
  readonly sessionId: SessionId;
  readonly word: string;
  readonly recordingKey: Buffer;
};

/** Brings a new database to the last version that stored plain text, with these families in it. */
export async function fillPlainClinic(db: Db, words: readonly string[], clinicKey: Buffer): Promise<PlainFamily[]> {
  const names = Object.keys(MIGRATIONS);
  await migrate(db, names[names.findIndex((name) => name.endsWith('-family-keys')) - 1]);
  const { userId } = await anAccount(db);
  const families: PlainFamily[] = [];
  for (const word of words) families.push(await aPlainFamily(db, word, userId, clinicKey));
  return families;
}

async function aPlainFamily(db: Db, word: string, lead: string, clinicKey: Buffer): Promise<PlainFamily> {
  const familyId = FamilyId.parse(randomUUID());
  const sessionId = SessionId.parse(randomUUID());
  const recordingKey = randomBytes(32);
  const by = JSON.stringify({ id: 'ida', name: `Ida ${word}` });
  const insert = (table: string, row: Readonly<Record<string, string | number>>) =>
    sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values(row))})`.execute(db);
  const program = { program: 'pcit', program_version: 'pcit-2011' };

  await insert('families', { family_id: familyId, name: word, child_initials: 'T.', ...program });
  const caregiver = { caregiver_id: randomUUID(), family_id: familyId, name: `Nora ${word}`, place: 1 };
  await insert('caregivers', caregiver);
  const people = { lead_user_id: lead, made_by: lead };
  await insert('coaching_sessions', {
    session_id: sessionId,
    family_id: familyId,
    starts_at: AT,
    ...people,
    ...program,
  });
  await insert('devices', {
    device_id: randomUUID(),
    session_id: sessionId,
    kind: 'ear',
    credential_hash: randomUUID(),
    name: `Phone of ${word}`,
    expires_at: AT,
  });
  const sheet = { telephone: '5550', address: word, atHome: word, emergencyName: word };
  await insert('safety_sheets', {
    family_id: familyId,
    sheet: JSON.stringify({ ...sheet, emergencyTelephone: '', emergencyService: '' }),
    revision: 1,
    changed_by: `Ida ${word}`,
    changed_at: AT,
  });
  const entry = JSON.stringify({ type: 'course.pause', reason: `Away: ${word}` });
  await insert('family_facts', { family_id: familyId, seq: 1, at: AT, by, entry });
  for (const seq of [1, 2, 3]) {
    const fact = { seq, at: seq, type: 'note.written', by: 'ida', noteId: randomUUID(), text: `Note ${word}` };
    await insert('session_facts', { session_id: sessionId, seq, at: seq, type: fact.type, fact: JSON.stringify(fact) });
  }
  const wrapped = wrapAsBefore(clinicKey, sessionId, recordingKey);
  await insert('recordings', { session_id: sessionId, wrapped_key: wrapped, made_at: AT });
  return { familyId, sessionId, word, recordingKey };
}

/** The key of a recording, wrapped by the clinic's key as that version did. */
export function wrapAsBefore(clinicKey: Buffer, sessionId: SessionId, key: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', clinicKey, nonce);
  cipher.setAAD(Buffer.from(`earshot recording key 1 ${sessionId}`));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
}
