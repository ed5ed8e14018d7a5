import type { Role } from '#shared/domain/people.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { SessionRoom } from '#server/rooms/sessionRoom.ts';
import type { DeviceRecord } from '#server/storage/deviceRecords.ts';

/** The person or device at the other end of a connection, as the handshake proved it. */
export type Caller = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: Role;
  /** The family's device; undefined for clinic staff. */
  readonly device: DeviceRecord | undefined;
  /** Another window of this person took over: this connection only sends what was pressed in its own. */
  readonly handsIn: boolean;
  readonly room: SessionRoom;
};
