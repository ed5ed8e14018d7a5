import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Records, SessionRecord } from '#server/storage/records.ts';
import { hashSecret, makeSecret } from '#server/storage/secrets.ts';
import { planSession, type DemoStaff } from './demoClinic.ts';
import { DEMO_FAMILIES } from './histories.ts';

type OpenDemoPorts = {
  readonly records: Records;
  readonly phaseOf: (sessionId: SessionId) => Promise<Phase>;
  readonly now: Date;
  /** The clinic's. */
  readonly timeZone: string;
};

/** What opens the demo: a secret for each role, good until the server stops, and a link's secret for the parent. */
export type Demo = {
  readonly secrets: { readonly therapist: string; readonly supervisor: string; readonly parent: string };
  readonly findUser: (secret: string) => ParticipantId | undefined;
};

/** Opens the demo's doors: fresh secrets, and a session of today to meet in. */
export async function openDemo({ therapist, supervisor }: DemoStaff, ports: OpenDemoPorts): Promise<Demo> {
  const { sessionId } = await findTodaysSession(therapist, ports);
  const { secret: parent } = await ports.records.makeLink({ sessionId, kind: 'family', wearer: null, now: ports.now });
  const secrets = { therapist: makeSecret(), supervisor: makeSecret(), parent };
  // Looked up by hash, so that how long a look-up takes says nothing of a secret.
  const users = new Map([
    [hashSecret(secrets.therapist), therapist.userId],
    [hashSecret(secrets.supervisor), supervisor.userId],
  ]);
  return { secrets, findUser: (secret) => users.get(hashSecret(secret)) };
}

/** The session of today with the demo's first family, or a new one where there is none or it is over. */
async function findTodaysSession(
  therapist: Account,
  { records, phaseOf, now, timeZone }: OpenDemoPorts,
): Promise<SessionRecord> {
  const [first] = DEMO_FAMILIES;
  const family = (await records.listFamilies()).find(({ name }) => name === first?.name);
  if (family === undefined) throw new Error('The demo has lost its first family.');
  const today = clinicDay(now, timeZone);
  for (const session of await records.listSessions(therapist.userId)) {
    const isItsOwn = session.familyId === family.familyId && clinicDay(session.startsAt, timeZone) === today;
    if (isItsOwn && (await phaseOf(session.sessionId)) !== 'closed') return session;
  }
  return planSession(records, therapist, family, now, first ?? {});
}
