import { type ErasureObstacle, erasureObstacles } from '#shared/domain/retention/erasure.ts';
import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { AccessWatch } from '#server/auth/accessWatch.ts';
import type { FamilyCopyDesk } from '#server/exports/familyCopy/familyCopyDesk.ts';
import type { RecordingDesk } from '#server/exports/recording/recordingDesk.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { FamilyEraser, HalfErased } from '#server/storage/familyEraser.ts';
import type { Records } from '#server/storage/records.ts';
import type { AgingRow } from '#server/storage/retentionRecords.ts';

/** The end of an erasure: done, not asked for (anymore), or what prevents it. */
type Erased = 'erased' | 'not-asked' | { readonly obstacles: readonly ErasureObstacle[] };

/** Erases families that two people, or the clinic's rule, decided to erase, and recordings. Rules ERA2, ERA3, RET6. */
export type ErasureDesk = {
  readonly obstaclesTo: (familyId: FamilyId) => Promise<readonly ErasureObstacle[]>;
  readonly erase: (familyId: FamilyId, admin: ParticipantId) => Promise<Erased>;
  /** Erases a family whose time is over. False if it is not due anymore, or something prevents it. */
  readonly eraseByRule: (rule: ByRule) => Promise<boolean>;
  /** Erases a recording whose time is over, in the same way. */
  readonly eraseRecording: (recording: AgingRow & { readonly sessionId: SessionId }, today: string) => Promise<boolean>;
};

/** The admin who set the rule, the clinic's day, and what was read of the family when it was judged. */
type ByRule = { readonly ruleBy: ParticipantId; readonly today: string; readonly asRead: AgingRow };

type Ports = {
  readonly records: Pick<Records, 'findErasureRequest' | 'findHold' | 'listSessionsOf'>;
  readonly eraser: FamilyEraser;
  readonly recordings: Pick<RecordingStore, 'destroy'>;
  readonly rooms: Pick<SessionRooms, 'openSessionsOf' | 'forget'>;
  readonly recordingExports: Pick<RecordingDesk, 'countMaking' | 'forget'>;
  readonly familyCopies: Pick<FamilyCopyDesk, 'countRunning'>;
  readonly access: Pick<AccessWatch, 'closed' | 'look'>;
  /** What is kept in memory of families. */
  readonly families: readonly { readonly forget: (familyId: FamilyId) => void }[];
  readonly now: () => Date;
};

export function createErasureDesk(ports: Ports): ErasureDesk {
  const { records, eraser, recordings, rooms, recordingExports, familyCopies, access, now } = ports;

  const obstaclesTo: ErasureDesk['obstaclesTo'] = async (familyId) => {
    const sessions = await records.listSessionsOf(familyId);
    return erasureObstacles({
      isHeld: (await records.findHold(familyId)) !== undefined,
      openSessions: await rooms.openSessionsOf(familyId),
      runningExports:
        recordingExports.countMaking(new Set(sessions.map(({ sessionId }) => sessionId))) +
        familyCopies.countRunning(familyId),
    });
  };

  /** Ends what people have open, and forgets what the process remembers. Rule ERA5. */
  async function forget({ familyId, sessions }: HalfErased) {
    await rooms.forget(familyId);
    for (const cache of ports.families) cache.forget(familyId);
    for (const sessionId of sessions) access.closed(sessionId);
    await Promise.all([access.look(), recordingExports.forget(new Set(sessions))]);
  }

  async function finish(begun: HalfErased) {
    await forget(begun);
    await finishErasure(begun, { eraser, recordings, now: now() });
  }

  return {
    obstaclesTo,

    async erase(familyId, admin) {
      if ((await records.findErasureRequest(familyId)) === undefined) return 'not-asked';
      const obstacles = await obstaclesTo(familyId);
      if (obstacles.length > 0) return { obstacles };
      const begun = await eraser.begin(familyId, { by: { actor: 'admin', id: admin }, now: now() });
      // Somebody withdrew it, or set a legal hold, in this moment.
      if (begun === undefined) {
        const since = await obstaclesTo(familyId);
        return since.length > 0 ? { obstacles: since } : 'not-asked';
      }
      await finish(begun);
      return 'erased';
    },

    async eraseByRule(rule) {
      const { familyId } = rule.asRead;
      if ((await obstaclesTo(familyId)).length > 0) return false;
      const begun = await eraser.begin(familyId, { by: { actor: 'server', ...rule }, now: now() });
      if (begun !== undefined) await finish(begun);
      return begun !== undefined;
    },

    async eraseRecording(recording, today) {
      if ((await obstaclesTo(recording.familyId)).length > 0) return false;
      if (!(await eraser.beginRecording(recording, { today, now: now() }))) return false;
      await recordingExports.forget(new Set([recording.sessionId]));
      await recordings.destroy(recording.sessionId);
      return true;
    },
  };
}

/** Removes the files and rows of a family whose key is gone. Rule ERA3. */
async function finishErasure(
  { familyId, sessions }: HalfErased,
  { eraser, recordings, now }: Pick<Ports, 'eraser' | 'recordings'> & { readonly now: Date },
): Promise<void> {
  for (const sessionId of sessions) await recordings.destroy(sessionId);
  await eraser.finish(familyId, now);
}

/** At the start of the server: goes on with every erasure that was interrupted. Resolves to how many. Rule ERA3. */
export async function finishErasures(
  ports: Pick<Ports, 'eraser' | 'recordings'> & { readonly now: Date },
): Promise<number> {
  const left = await ports.eraser.unfinished();
  for (const one of left) await finishErasure(one, ports);
  return left.length;
}
