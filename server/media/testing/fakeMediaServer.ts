import type { Source } from '#shared/domain/audience.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Plane } from '#shared/protocol/media.ts';
import { createFakeRoom, type FakeRoom, type Heard, type Pace } from './fakeMediaRoom.ts';
import type { MediaServer, Turn } from '../mediaServer.ts';

type FakeMediaServer = MediaServer & {
  /** How often a room was opened so far. */
  opened(): number;
  /** How many rooms are open. */
  open(): number;
  /** What flows in a session at this moment. */
  heard(sessionId: SessionId): readonly Heard[];
  /** What would flow if every consumer were resumed and every producer open. */
  connected(sessionId: SessionId): readonly Heard[];
  /** What flows to recorders in a session at this moment, as `from source`. */
  fed(sessionId: SessionId): readonly string[];
  /** Makes the worker of a plane die and come back. */
  loseWorker(plane: Plane): void;
  /** From now on nothing arrives from this source although it is being sent, or arrives again. */
  setStill(sessionId: SessionId, from: ParticipantId, source: Source, isStill: boolean): void;
  /** A camera is turned: its pictures must be turned by this many degrees. */
  turn(sessionId: SessionId, from: ParticipantId, turn: Turn): void;
};

/** A media server that moves nothing and remembers who would hear whom. */
export function createFakeMediaServer(pace: Pace = async () => undefined): FakeMediaServer {
  const rooms = new Map<SessionId, FakeRoom>();
  let made = 0;
  let opened = 0;
  const nextId = (kind: string) => `${kind}-${++made}`;

  return {
    openRoom: async (sessionId) => {
      opened += 1;
      const room = createFakeRoom(nextId, pace, () => rooms.delete(sessionId));
      rooms.set(sessionId, room);
      return room;
    },
    opened: () => opened,
    open: () => rooms.size,
    figures: async () => [],
    close: async () => {
      for (const room of rooms.values()) room.close();
    },
    heard: (sessionId) => rooms.get(sessionId)?.heard(true) ?? [],
    connected: (sessionId) => rooms.get(sessionId)?.heard(false) ?? [],
    fed: (sessionId) => rooms.get(sessionId)?.fed() ?? [],
    setStill: (sessionId, from, source, isStill) => rooms.get(sessionId)?.setStill(from, source, isStill),
    turn: (sessionId, from, turn) => rooms.get(sessionId)?.turn(from, turn),
    loseWorker: (plane) => {
      for (const room of rooms.values()) room.lose(plane);
    },
  };
}
