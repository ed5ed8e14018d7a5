import { deviceName } from '#shared/domain/deviceName.ts';
import { Handshake } from '#shared/protocol/contract.ts';
import { ELSEWHERE, type Elsewhere, socketPathOf } from '#shared/protocol/elsewhere.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Identify, Identity } from '#server/auth/identify.ts';
import { HeldElsewhere } from '#server/nodes/sessionHolds.ts';
import type { SessionRoom } from '#server/rooms/sessionRoom.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { Report } from './answerCommands.ts';
import type { Caller } from './caller.ts';
import type { ConnectionLimits } from './connectionLimits.ts';
import type { EngineConnection } from './packetLimits.ts';
import type { z } from 'zod';

/** Why a handshake is refused. A session that another node has is reached by the path. */
type Refusal = { readonly why: string; readonly data?: z.infer<typeof Elsewhere> };

/** The part of a connecting socket that is used here. */
type Connecting = {
  readonly conn: EngineConnection;
  readonly handshake: { readonly auth: unknown; readonly headers: { readonly cookie?: string | undefined } };
};

/** An admitted handshake: who it is, and whether the connection only hands in presses. */
type Known = { readonly identity: Identity; readonly handsIn: boolean };

type HandshakePorts = {
  readonly identify: Identify;
  readonly limits: Pick<ConnectionLimits, 'admitsPerson'>;
  readonly report: Report;
};

/**
 * Lets a connection into a namespace if `admit` resolves, once it is known who it is. Any other is told why and is then
 * cut off, so that nobody stays connected without having joined. Rule WIR5.
 */
export function useHandshake<S extends Connecting>(
  namespace: { readonly use: (middleware: (socket: S, next: (error?: Error) => void) => void) => unknown },
  { identify, limits, report }: HandshakePorts,
  admit: (socket: S, known: Known) => Promise<void> | void,
): void {
  async function refusalOf(socket: S): Promise<string | undefined> {
    const handshake = Handshake.safeParse(socket.handshake.auth);
    if (!handshake.success) return 'not-signed-in';
    const identity = await identify({ cookie: socket.handshake.headers.cookie, handshake: handshake.data });
    if (identity === undefined) return 'not-signed-in';
    if (!limits.admitsPerson(participantOf(identity), socket.conn)) return 'too-many';
    const handsIn = handshake.data.as === 'staff' && handshake.data.handsIn === true;
    await admit(socket, { identity, handsIn });
    return undefined;
  }

  namespace.use((socket, next) => {
    refusalOf(socket)
      .then(
        (why): Refusal | undefined => (why === undefined ? undefined : { why }),
        (error: unknown) => faultOf(error, report),
      )
      .then((refusal) => {
        if (refusal === undefined) {
          next();
          return;
        }
        const { why, data } = refusal;
        next(Object.assign(new Error(why), { data }));
        // Socket.IO writes the reason in the next tick.
        process.nextTick(() => socket.conn.close());
      })
      .catch((error: unknown) => report(error, 'refusing a handshake'));
  });
}

function faultOf(error: unknown, report: Report): Refusal {
  if (error instanceof HeldElsewhere) return { why: ELSEWHERE, data: { path: socketPathOf(error.nodeId) } };
  report(error, 'handshake');
  return { why: 'internal' };
}

function participantOf(identity: Identity): ParticipantId {
  return identity.as === 'device' ? identity.device.deviceId : identity.account.userId;
}

/** The person or device, in the session that they may attend, which this wakes. */
export async function callerOf({ identity, handsIn }: Known, rooms: Pick<SessionRooms, 'open'>): Promise<Caller> {
  const room = await rooms.open(identity.session);
  return { ...personOf(identity, room), handsIn };
}

function personOf(identity: Identity, room: SessionRoom): Omit<Caller, 'handsIn'> {
  const participantId = participantOf(identity);
  if (identity.as === 'device') {
    const { device, session } = identity;
    const name = deviceName({ device: device.kind, wearer: device.wearer }, session.caregivers);
    return { participantId, name, role: 'caregiver', device, room };
  }
  const { name, role } = identity.account;
  return { participantId, name, role, device: undefined, room };
}
