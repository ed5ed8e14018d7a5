import type { LiveSession } from '#client/api/liveSession.ts';
import type { DeviceKind } from '#shared/domain/people.ts';

type ListeningPlace = 'combined' | 'room';

/**
 * On the first join, makes this device the kind that the family chose in the device check. Afterwards stores the kind
 * it becomes in the session, so that a reload keeps it. An ear stays an ear.
 */
export function settleDeviceKind(
  live: Pick<LiveSession, 'ask' | 'onJoined' | 'subscribe' | 'getSnapshot'>,
  chosen: ListeningPlace | undefined,
  remember: (listening: ListeningPlace) => void,
): void {
  let isSettled = false;

  live.onJoined(() => {
    const kind = kindOf(live);
    if (isSettled || kind === 'ear' || kind === undefined) return;
    isSettled = true;
    if (chosen !== undefined && chosen !== kind) void live.ask('device:set-kind', { device: chosen });
  });

  let known: DeviceKind | undefined;
  live.subscribe(() => {
    const kind = kindOf(live);
    if (kind === undefined || kind === known) return;
    const hasChanged = known !== undefined;
    known = kind;
    if (hasChanged && kind !== 'ear') remember(kind);
  });
}

function kindOf({ getSnapshot }: Pick<LiveSession, 'getSnapshot'>): DeviceKind | undefined {
  const { self, session } = getSnapshot();
  return (self && session.participants[self.participantId]?.device) ?? undefined;
}
