import { randomUUID } from 'node:crypto';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { InputOf } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';
import type { Scene } from './aSceneInPhase.ts';

const opus = { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 } as const;

/** One valid input of each command from one participant: only who sends it, and when, can be a reason to refuse it. */
export function commandInputsOf(
  me: ParticipantId,
  { people, caregiver }: ClinicOfActors,
  { devices, windowId, promptId, codes }: Scene,
): { readonly [N in CommandName]: InputOf<N> } {
  const { caregiverId } = caregiver;
  const isDevice = Object.values(devices).some(({ deviceId }) => deviceId === me);
  const codeId = codes.get(me) ?? randomUUID();
  const source = isDevice ? 'room-microphone' : 'voice';
  const knocking = devices.knocking.deviceId;
  const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256' as const, value: 'AA' }] };
  return {
    'session:join': { lastSeq: 0 },
    'session:leave': {},
    'clock:read': {},
    'quality:report': { roundTripMs: 1, lossPercent: 0, playoutDelayMs: 1 },
    'sight:report': { pictureAgoMs: 0, soundAgoMs: null },
    'capture:report': { camera: 'works', microphone: 'works' },
    'sounding:report': { sounding: 'works' },
    'device:admit': { participantId: knocking },
    'device:turn-away': { participantId: knocking },
    'device:set-wearer': { participantId: isDevice ? me : devices.combined.deviceId, caregiverId },
    'device:set-kind': { device: 'combined' },
    'device:pair-ear': { caregiverId },
    'ear-check:start': {},
    'ear-check:listened': { checkId: randomUUID(), toneAboveRoomDb: 1 },
    'ear-check:confirm': { checkId: randomUUID(), heardByCaregiver: true },
    'ear-check:devices-changed': {},
    'ear-check:override': { participantId: devices.ear.deviceId, reason: 'wired earphones' },
    'safety:read': {},
    'safety:confirm': { revision: 1, inRoom: '' },
    'safety:help': {},
    'emergency:raise': {},
    'emergency:end': {},
    'phase:check-in': {},
    'coding:start': { windowId: randomUUID(), kind: 'cdi', caregiverId },
    'coding:pause': { reason: '' },
    'coding:resume': {},
    'coding:stop': {},
    'coaching:start': {},
    'feedback:start': {},
    'session:close': {},
    'window:rate': { windowId, ratings: { warmth: 'good' } },
    'window:void': { windowId, reason: 'the doorbell' },
    'caregiver:choose': { caregiverId },
    'lead:hand': { to: people.supervisor.userId },
    'lead:take': {},
    'consent:give': { track: 'room-video', saidBy: caregiverId, purposes: ['supervision'] },
    'consent:withdraw': { track: 'room-video', saidBy: caregiverId },
    'recording:hold': {},
    'recording:release': {},
    'observer:blind': { blind: true },
    'voice:open': {},
    'voice:close': {},
    'code:record': { codeId: randomUUID(), code: 'LP', caregiverId, pressedAt: 0, heardDelayMs: 0 },
    'code:undo': { pressId: randomUUID(), codeId },
    'command:judge': { pressId: randomUUID(), codeId, effective: false },
    'prompt:send': { promptId: randomUUID(), text: 'Well done', skill: null, spoken: false },
    'prompt:delivered': { promptId, outcome: 'shown' },
    'note:write': { noteId: randomUUID(), text: 'a note' },
    'media:capabilities': {},
    'media:open-transport': { plane: 'voice', direction: 'receive' },
    'media:connect-transport': { transportId: 'nobodys', dtlsParameters },
    'media:restart-ice': { transportId: 'nobodys' },
    'media:produce': { transportId: 'nobodys', source, rtpParameters: { codecs: [opus] } },
    'media:stop-producing': { source },
    'media:listen': { plane: 'voice', rtpCapabilities: {} },
    'media:resume': { consumerId: 'nobodys' },
  };
}
