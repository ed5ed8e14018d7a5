import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CommandName, mayDo, PERMISSIONS } from '#shared/domain/permissions.ts';
import { type Part, PARTS_OF_ROLE, ROLES, type Role } from '#shared/domain/people.ts';
import type { InputOf } from '#shared/protocol/contract.ts';
import { ParticipantId } from '#shared/protocol/ids.ts';
import {
  ADA,
  aSessionRecord,
  connect,
  HOME,
  MARIA,
  startSocketServer,
  type TestServer,
} from './testing/startSocketServer.ts';

const dtlsParameters = { fingerprints: [{ algorithm: 'sha-256', value: 'AA' }] } as const;

/** One valid input for each command, so that only the permission can refuse it. */
const inputsOf = (me: ParticipantId): { [N in CommandName]: InputOf<N> } => ({
  'session:join': { lastSeq: 0 },
  'session:leave': {},
  'clock:read': {},
  'quality:report': { roundTripMs: 1, lossPercent: 0, playoutDelayMs: 1 },
  'sight:report': { pictureAgoMs: 0, soundAgoMs: null },
  'capture:report': { camera: 'works', microphone: 'works' },
  'sounding:report': { sounding: 'works' },
  'device:admit': { participantId: HOME },
  'device:turn-away': { participantId: HOME },
  'device:set-wearer': { participantId: me, caregiverId: MARIA },
  'device:set-kind': { device: 'room' },
  'device:pair-ear': { caregiverId: MARIA },
  'ear-check:start': {},
  'ear-check:listened': { checkId: randomUUID(), toneAboveRoomDb: 1 },
  'ear-check:confirm': { checkId: randomUUID(), heardByCaregiver: true },
  'ear-check:devices-changed': {},
  'ear-check:override': { participantId: HOME, reason: 'wired earphones' },
  'safety:read': {},
  'safety:confirm': { revision: 1, inRoom: '' },
  'safety:help': {},
  'emergency:raise': {},
  'emergency:end': {},
  'phase:check-in': {},
  'coding:start': { windowId: randomUUID(), kind: 'cdi', caregiverId: MARIA },
  'coding:pause': { reason: '' },
  'coding:resume': {},
  'coding:stop': {},
  'coaching:start': {},
  'feedback:start': {},
  'session:close': {},
  'window:rate': { windowId: randomUUID(), ratings: { warmth: 'good' } },
  'window:void': { windowId: randomUUID(), reason: 'the doorbell' },
  'caregiver:choose': { caregiverId: MARIA },
  'lead:hand': { to: ADA },
  'lead:take': {},
  'consent:give': { track: 'room-video', saidBy: MARIA, purposes: ['supervision'] },
  'consent:withdraw': { track: 'room-video', saidBy: MARIA },
  'recording:hold': {},
  'recording:release': {},
  'observer:blind': { blind: true },
  'voice:open': {},
  'voice:close': {},
  'code:record': {
    codeId: randomUUID(),
    code: 'LP',
    caregiverId: MARIA,
    pressedAt: 0,
    heardDelayMs: 0,
  },
  'code:undo': { pressId: randomUUID(), codeId: randomUUID() },
  'command:judge': { pressId: randomUUID(), codeId: randomUUID(), effective: false },
  'prompt:send': { promptId: randomUUID(), text: 'Well done', skill: null, spoken: false },
  'prompt:delivered': { promptId: randomUUID(), outcome: 'shown' },
  'note:write': { noteId: randomUUID(), text: 'a note' },
  'media:capabilities': {},
  'media:open-transport': { plane: 'voice', direction: 'receive' },
  'media:connect-transport': {
    transportId: 'nobodys',
    dtlsParameters: { fingerprints: [...dtlsParameters.fingerprints] },
  },
  'media:restart-ice': { transportId: 'nobodys' },
  'media:produce': {
    transportId: 'nobodys',
    source: 'voice',
    rtpParameters: { codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }] },
  },
  'media:stop-producing': { source: 'voice' },
  'media:listen': { plane: 'voice', rtpCapabilities: {} },
  'media:resume': { consumerId: 'nobodys' },
});

/** A person with this role and part who has joined a session of their own. */
async function inPart(server: TestServer, me: ParticipantId, role: Role, part: Part) {
  if (part === 'lead') return connect(server, aSessionRecord({ lead: me }), { id: me, role });
  if (part === 'observer') return connect(server, aSessionRecord(), { id: me, role });
  const record = aSessionRecord({ lead: ParticipantId.parse(`lead-${me}`) });
  const noor = await connect(server, record, { id: ParticipantId.parse(`lead-${me}`), role: 'therapist' });
  const kind = part === 'knocking' ? 'combined' : part;
  const device = await connect(server, record, { id: me, role, kind });
  if (part !== 'knocking') await noor.ask('device:admit', { participantId: me });
  return device;
}

const CELLS = ROLES.flatMap((role) => PARTS_OF_ROLE[role].map((part) => [role, part] as const));

describe('[PER1] what each part may ask over the real wire', () => {
  test.for(CELLS)(
    'a %s who is %s is answered for the commands in their row and refused for the rest',
    async ([role, part]) => {
      const server = await startSocketServer();
      for (const name of Object.keys(PERMISSIONS) as CommandName[]) {
        // A new person for each command, so that no rate limit refuses it.
        const me = ParticipantId.parse(randomUUID());
        const client = await inPart(server, me, role, part);
        const reply = await client.raw(name, inputsOf(me)[name]);
        const isRefused = !reply.ok && reply.error.code === 'not-allowed';
        // An ear may send nothing and a device no voice: the media layer refuses this too, with its own message.
        const isRefusedByMedia = name === 'media:produce' && mayDo(role, part, name);
        if (!isRefusedByMedia) expect([name, isRefused]).toEqual([name, !mayDo(role, part, name)]);
        client.socket.disconnect();
      }
      expect(server.faults).toEqual([]);
    },
  );

  test('an admin has no part in a session, whatever they claim', () => {
    for (const name of Object.keys(PERMISSIONS) as CommandName[]) {
      for (const part of ['lead', 'observer'] as const) expect(mayDo('admin', part, name)).toBe(false);
    }
  });
});
