import { clinicDay, clinicMinute, momentOfClock } from '#shared/domain/clinicDay.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { hashSecret, makeSecret } from '#server/storage/secrets.ts';
import { planSession, type DemoStaff } from './demoClinic.ts';
import { DEMO_FAMILIES } from './histories.ts';

/** A demo that is started in the morning can still be opened in the evening. */
const A_DAY_MS = 24 * 3_600_000;

/** By the clinic's clock. */
const OPENS_AT = '08:00';
const LAST_SESSION_AT = '17:00';

type OpenDemoPorts = {
  readonly records: Records;
  readonly phaseOf: (sessionId: SessionId) => Promise<Phase>;
  readonly now: Date;
  readonly timeZone: string;
};

/** The secrets that open the demo: one per role, valid until the server stops, and one of a link for the parent. */
export type Demo = {
  readonly secrets: Readonly<Record<'therapist' | 'parent' | 'supervisor' | 'admin', string>>;
  readonly findUser: (secret: string) => ParticipantId | undefined;
};

/** Creates fresh secrets and, if needed, a session for today. */
export async function openDemo({ therapist, supervisor, admin }: DemoStaff, ports: OpenDemoPorts): Promise<Demo> {
  const { sessionId } = await findTodaysSession(therapist, ports);
  const { now } = ports;
  const expiresAt = new Date(now.getTime() + A_DAY_MS);
  const { secret: parent } = await ports.records.makeLink({ sessionId, kind: 'family', wearer: null, now, expiresAt });
  const secrets = { therapist: makeSecret(), supervisor: makeSecret(), admin: makeSecret(), parent };
  // Looks up by hash, so that the duration of a look-up tells nothing about a secret.
  const users = new Map([
    [hashSecret(secrets.therapist), therapist.userId],
    [hashSecret(secrets.supervisor), supervisor.userId],
    [hashSecret(secrets.admin), admin.userId],
  ]);
  return { secrets, findUser: (secret) => users.get(hashSecret(secret)) };
}

/** Today's session of the demo's first family, or a new one if there is none or it is over. */
async function findTodaysSession(
  therapist: Account,
  { records, phaseOf, now, timeZone }: OpenDemoPorts,
): Promise<SessionRecord> {
  const [first] = DEMO_FAMILIES;
  const family = (await records.listFamilies()).find(({ name }) => name === first?.name);
  if (family === undefined) throw new Error("The demo's first family is missing.");
  const today = clinicDay(now, timeZone);
  for (const session of await records.listSessions()) {
    const isItsOwn =
      session.lead === therapist.userId &&
      session.familyId === family.familyId &&
      clinicDay(session.startsAt, timeZone) === today;
    if (isItsOwn && (await phaseOf(session.sessionId)) !== 'closed') return session;
  }
  return planSession(
    records,
    therapist,
    family,
    momentOfClock(`${today}T${halfHourOf(now, timeZone)}`, timeZone),
    first ?? {},
  );
}

/** The start of the current half hour, within the clinic's working hours: HH:MM. */
function halfHourOf(now: Date, timeZone: string): string {
  const [hour = '', minute = ''] = clinicMinute(now, timeZone).slice('YYYY-MM-DDT'.length).split(':');
  const clock = `${hour}:${minute < '30' ? '00' : '30'}`;
  return clock < OPENS_AT ? OPENS_AT : clock > LAST_SESSION_AT ? LAST_SESSION_AT : clock;
}
