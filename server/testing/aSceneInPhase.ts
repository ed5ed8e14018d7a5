import { randomUUID } from 'node:crypto';
import type { DeviceKind } from '#shared/domain/people.ts';
import { type Phase, PHASES } from '#shared/domain/phase.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { Actor } from '#shared/protocol/access/actors.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodeId, ParticipantId, PromptId, WindowId } from '#shared/protocol/ids.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import type { Db } from '#server/storage/db.ts';
import type { Records } from '#server/storage/records.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';

const MINUTE_MS = 60_000;

type DeviceActor = Extract<Actor, 'combined' | 'room' | 'ear' | 'knocking'>;

type Ports = { readonly db: Db; readonly records: Records; readonly clinic: ClinicOfActors };

export type Scene = Awaited<ReturnType<typeof aSceneInPhase>>;

/**
 * A session of the family that has just come to a phase, with each of its devices, and a code of each of its staff. One of
 * the devices is real, if an actor is named who is one.
 */
export async function aSceneInPhase({ db, records, clinic }: Ports, phase: Phase, actor: Actor) {
  const { familyId, caregiver, people } = clinic;
  const lead = people.therapist.userId;
  const now = new Date();
  const session = await records.makeSession({
    ...{ familyId, lead, madeBy: lead, startsAt: now, program: PCIT.id, programVersion: PCIT.version },
    ...{ stage: 'cdi-coach', treatmentPhase: 'cdi' },
  });
  if (session === undefined) throw new Error('There is no such family.');
  const { sessionId } = session;

  async function aDevice(name: DeviceActor, kind: DeviceKind) {
    if (name !== actor) return { deviceId: ParticipantId.parse(randomUUID()), credential: '', kind };
    const plan = { sessionId, kind: 'family', wearer: caregiver.caregiverId } as const;
    const link = await records.makeLink({ ...plan, now, expiresAt: new Date(now.getTime() + MINUTE_MS) });
    const redeemed = await records.redeemLink(link.secret, now);
    if (redeemed === undefined) throw new Error('The link is good.');
    await records.setDeviceKind(redeemed.device.deviceId, kind);
    return { deviceId: redeemed.device.deviceId, credential: redeemed.credential, kind };
  }
  const staff = [people.therapist, people.covering, people.supervisor];
  const scene = {
    session,
    devices: {
      combined: await aDevice('combined', 'combined'),
      room: await aDevice('room', 'room'),
      ear: await aDevice('ear', 'ear'),
      knocking: await aDevice('knocking', 'combined'),
    },
    windowId: WindowId.parse(randomUUID()),
    promptId: PromptId.parse(randomUUID()),
    codes: new Map(staff.map(({ userId }) => [userId, CodeId.parse(randomUUID())])),
  };
  const facts = draftsUntil(clinic, scene, phase).map((draft, index) => ({ ...draft, seq: index + 1, at: index }));
  await createSqlFactLog(db, keysOf(db)).append(sessionId, facts);
  return scene;
}

function draftsUntil(clinic: ClinicOfActors, scene: Scene, phase: Phase): readonly FactDraft[] {
  const upTo = PHASES.slice(0, PHASES.indexOf(phase) + 1);
  return upTo.flatMap((one) => (one === 'coding-paused' && phase !== one ? [] : ENTERED[one](clinic, scene)));
}

const ENTERED: { readonly [P in Phase]: (clinic: ClinicOfActors, scene: Scene) => readonly FactDraft[] } = {
  preparing({ people }, { session, devices }) {
    const { sessionId, program, programVersion, familyName, caregivers, lead, leadName, startsAt } = session;
    const opened = { sessionId, program, programVersion, familyName, caregivers: [...caregivers], lead, leadName };
    const { stage, treatmentPhase } = session;
    const staff = [people.covering, people.supervisor].map(({ userId, name, role }) => joined(userId, name, role));
    const family = Object.values(devices).map(({ deviceId, kind }): FactDraft => ({
      ...joined(deviceId, 'Meadowlark', 'caregiver'),
      ...{ device: kind, wearer: caregivers[0]?.caregiverId ?? null },
    }));
    return [
      { type: 'session.opened', by: 'server', startedAt: startsAt.toISOString(), ...opened, stage, treatmentPhase },
      ...staff,
      ...family,
    ];
  },
  waiting({ people, caregiver }, { session: { lead, leadName }, devices, promptId }) {
    const admitted = [devices.combined, devices.room, devices.ear].map(({ deviceId }): FactDraft => ({
      type: 'device.admitted',
      by: lead,
      participantId: deviceId,
    }));
    const { caregiverId } = caregiver;
    const prompt = { promptId, text: 'Hello', skill: null, coachCode: null, spoken: false, caregiverId };
    return [
      joined(people.therapist.userId, leadName, 'therapist'),
      { type: 'waiting.opened', by: lead },
      ...admitted,
      { type: 'prompt.sent', by: lead, ...prompt },
    ];
  },
  'check-in': (_clinic, { session: { lead } }) => [{ type: 'check-in.started', by: lead }],
  coding({ caregiver: { caregiverId } }, { session: { lead }, windowId, codes }) {
    const coded = [...codes].map(([by, codeId]): FactDraft => ({
      ...{ type: 'code.recorded', by, codeId, code: 'DC', caregiverId, heardAt: 0, pressedAt: 0 },
    }));
    return [{ type: 'coding.started', by: lead, windowId, kind: 'cdi', caregiverId, lengthMs: 300_000 }, ...coded];
  },
  'coding-paused': (_clinic, { session: { lead } }) => [{ type: 'coding.paused', by: lead, reason: '' }],
  coaching: (_clinic, { session: { lead }, windowId }) => [
    { type: 'coding.finished', by: lead, windowId, complete: false },
  ],
  feedback: (_clinic, { session: { lead } }) => [{ type: 'feedback.started', by: lead }],
  closed: (_clinic, { session: { lead } }) => [{ type: 'session.closed', by: lead }],
};

function joined(participantId: ParticipantId, name: string, role: 'therapist' | 'supervisor' | 'caregiver' | 'admin') {
  const device: { readonly device: DeviceKind | null; readonly wearer: null } = { device: null, wearer: null };
  return { type: 'participant.joined', by: 'server', participantId, name, role, ...device } as const;
}
