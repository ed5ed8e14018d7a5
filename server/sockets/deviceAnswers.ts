import { earLinkEnd } from '#shared/domain/familyLink.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import type { Records } from '#server/storage/records.ts';
import { dropEarCheck } from '#server/rooms/sessionRoom.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';

export type DevicePorts = {
  readonly records: Pick<Records, 'makeLink' | 'setDeviceKind' | 'setDeviceWearer' | 'revokeDevice'>;
  readonly publicUrl: string;
  readonly wallNow: () => number;
};

type DeviceCommand = 'device:admit' | 'device:turn-away' | 'device:set-wearer' | 'device:set-kind' | 'device:pair-ear';

export function deviceAnswers(caller: Caller, ports: DevicePorts): AnswersTo<DeviceCommand> {
  const { participantId: by, room, device } = caller;
  const { actor, connections } = room;

  return {
    'device:admit': ({ participantId }) => actor.apply(() => ok([{ type: 'device.admitted', by, participantId }])),

    'device:turn-away': async ({ participantId }) => {
      const written = await actor.apply(() => ok([{ type: 'device.turned-away', by, participantId }]));
      if (!written.ok) return written;
      const connection = connections.get(participantId);
      // Before it is revoked, because that cuts the connection without a word.
      connection?.notify('session:ended', { why: 'turned-away' });
      await ports.records.revokeDevice(participantId, new Date(ports.wallNow()));
      connection?.end();
      return written;
    },

    'device:set-wearer': async ({ participantId, caregiverId }) => {
      if (device !== undefined && participantId !== by) return fail('not-allowed', 'That is another device.');
      const written = await actor.apply(() =>
        ok([{ type: 'device.wearer-set', by, participantId, wearer: caregiverId }]),
      );
      if (!written.ok) return written;
      dropEarCheck(room, participantId);
      await ports.records.setDeviceWearer(participantId, caregiverId);
      return written;
    },

    'device:set-kind': async ({ device: kind }) => {
      if (device?.kind === 'ear')
        return fail('not-allowed', 'This phone joined for its earphone and can’t be used for anything else.');
      const written = await actor.apply((state) =>
        ok(
          state.participants[by]?.device === kind
            ? []
            : [{ type: 'device.kind-set', by, participantId: by, device: kind }],
        ),
      );
      if (!written.ok) return written;
      dropEarCheck(room, by);
      await ports.records.setDeviceKind(by, kind);
      return written;
    },

    'device:pair-ear': async ({ caregiverId }) => {
      if (!isFamilyDevice(caller, caregiverId)) return fail('not-found', 'That caregiver is not in this session.');
      const { sessionId } = room.record;
      const now = new Date(ports.wallNow());
      const link = await ports.records.makeLink({
        sessionId,
        kind: 'ear',
        wearer: caregiverId,
        now,
        expiresAt: earLinkEnd(now),
      });
      return ok({ url: `${ports.publicUrl}/join#${link.secret}`, expiresAt: link.expiresAt.toISOString() });
    },
  };
}

function isFamilyDevice({ room }: Caller, caregiverId: CaregiverId): boolean {
  return room.record.caregivers.some((caregiver) => caregiver.caregiverId === caregiverId);
}
