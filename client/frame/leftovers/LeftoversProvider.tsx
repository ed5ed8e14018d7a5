import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react';
import { createLeftoverKeeper, type LeftoverKeeper, type Leftovers, NOTHING_LEFT } from '#client/api/leftovers.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { openSocket, type SessionSocket } from '#client/api/socket.ts';
import type { Handshake } from '#shared/protocol/contract.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';

const Keeper = createContext<LeftoverKeeper | undefined>(undefined);

type Props = {
  readonly participantId: ParticipantId;
  /** The open page: each change triggers another attempt. */
  readonly page: string;
  readonly connect?: (handshake: Handshake) => SessionSocket;
  readonly children: ReactNode;
};

/** On every page for staff: sends the presses that this browser still keeps. Rules LOG4, LOG5. */
export function LeftoversProvider({ participantId, page, connect = openSocket, children }: Props) {
  const [keeper] = useState(() =>
    createLeftoverKeeper({
      participantId,
      connect,
      store: browserPressStore(),
      random: () => Math.random(),
      makeId: () => crypto.randomUUID(),
    }),
  );
  useEffect(() => keeper.look(), [keeper, page]);
  useEffect(() => keeper.close, [keeper]);
  return <Keeper value={keeper}>{children}</Keeper>;
}

/** Unsent and refused presses of each session that has any. */
export function useAllLeftovers(): ReadonlyMap<SessionId, Leftovers> {
  const keeper = use(Keeper);
  return useSyncExternalStore(keeper?.subscribe ?? subscribeToNothing, keeper?.getSnapshot ?? noLeftovers);
}

/** Unsent and refused presses of one session. */
export function useLeftovers(sessionId: SessionId): Leftovers {
  return useAllLeftovers().get(sessionId) ?? NOTHING_LEFT;
}

/** Call when somebody has read which presses of a session were refused. */
export function useForgetLeftovers(): (sessionId: SessionId) => void {
  const keeper = use(Keeper);
  return (sessionId) => keeper?.forget(sessionId);
}

const NO_LEFTOVERS: ReadonlyMap<SessionId, Leftovers> = new Map();
const noLeftovers = () => NO_LEFTOVERS;
const subscribeToNothing = () => () => undefined;
