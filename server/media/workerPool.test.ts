import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Plane } from '#shared/protocol/media.ts';
import { freePort } from '#server/network/freePort.ts';
import type { MediaRoom, MediaServer } from './mediaServer.ts';
import { USUAL_CONSUMERS } from './placeRoom.ts';
import { opusParameters } from './rtpSamples.ts';
import { aMediasoupServer, workerBin } from './testing/aMediasoupServer.ts';
import { valueOf } from './testing/mediaHarness.ts';

const ann = ParticipantId.parse('ann');
const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
const TWO_OF_ROOMS = { room: [0, 0], voice: [0] };

const openRoom = (server: MediaServer) => server.openRoom(SessionId.parse(randomUUID()));

/** The port at which Ann is told to send, which is that of the room's worker. */
async function portOf(room: MediaRoom, plane: Plane): Promise<number | undefined> {
  return valueOf(await room.openTransport(ann, plane, 'send')).iceCandidates[0]?.port;
}

async function loads(server: MediaServer, plane: Plane): Promise<readonly number[]> {
  return (await server.figures()).filter((figures) => figures.plane === plane).map(({ load }) => load);
}

describe.skipIf(!workerBin)('the workers of a plane', () => {
  test('each get their share of rooms that are opened together, and voices never go to one of the pictures', async () => {
    const server = await aMediasoupServer({ ports: { room: [0, 0], voice: [0, 0] } });
    const rooms = await Promise.all([openRoom(server), openRoom(server), openRoom(server), openRoom(server)]);
    const portsOn = async (plane: Plane) => Promise.all(rooms.map((room) => portOf(room, plane)));
    const [pictures, voices] = [await portsOn('room'), await portsOn('voice')];
    for (const ports of [pictures, voices]) expect(new Set(ports).size).toBe(2);
    expect(new Set([...pictures, ...voices]).size).toBe(4);
    const all = 2 * USUAL_CONSUMERS;
    expect([await loads(server, 'room'), await loads(server, 'voice')]).toEqual([
      [all, all],
      [all, all],
    ]);
  });

  test('are as loaded as their rooms have consumers, until those rooms are closed', async () => {
    const server = await aMediasoupServer();
    const room = await openRoom(server);
    const sending = valueOf(await room.openTransport(ann, 'voice', 'send')).transportId;
    valueOf(await room.produce(ann, sending, 'voice', opusParameters()));
    const listeners = Array.from({ length: USUAL_CONSUMERS + 2 }, (_, at) => ParticipantId.parse(`listener-${at}`));
    for (const listener of listeners) {
      valueOf(await room.openTransport(listener, 'voice', 'receive'));
      valueOf(await room.consume(listener, ann, 'voice', room.capabilities().voice));
    }
    expect(await loads(server, 'voice')).toEqual([USUAL_CONSUMERS + 2]);
    for (const listener of listeners) room.dropParticipant(listener);
    expect(await loads(server, 'voice')).toEqual([USUAL_CONSUMERS]);
    room.close();
    expect(await loads(server, 'voice')).toEqual([0]);
  });

  test('concern only their own rooms when they die; those come back on the port that they had', async () => {
    const server = await aMediasoupServer({ ports: TWO_OF_ROOMS });
    const [room, other] = [await openRoom(server), await openRoom(server)];
    const [port, otherPort] = [await portOf(room, 'room'), await portOf(other, 'room')];
    const [lost, otherLost] = [vi.fn(), vi.fn()];
    room.onLost(lost);
    other.onLost(otherLost);
    const { transportId } = valueOf(await other.openTransport(ann, 'room', 'receive'));

    await killWorkerAt(server, port);
    await vi.waitFor(() => expect(lost).toHaveBeenCalledExactlyOnceWith('room'), { timeout: 5_000 });
    expect(await portOf(room, 'room')).toBe(port);
    expect(otherLost).not.toHaveBeenCalled();
    expect(await other.restartIce(ann, transportId)).toMatchObject({ ok: true });
    expect(await portOf(other, 'room')).toBe(otherPort);
  });

  test('get no new room while they are being replaced', async () => {
    const died = Promise.withResolvers<Promise<MediaRoom>>();
    // Opened as soon as the worker has died: a moment later, another one may run.
    const report = () => died.resolve(openRoom(server));
    const server = await aMediasoupServer({ ports: TWO_OF_ROOMS, report });
    const [first, second] = (await server.figures()).filter(({ plane }) => plane === 'room');
    await killWorkerAt(server, first?.port);
    expect(await portOf(await died.promise, 'room')).toBe(second?.port);
  });

  test.skipIf(process.platform !== 'linux')(
    'listen on every address, and send browsers where it was said',
    async () => {
      const announced = ['203.0.113.7', '10.0.0.7'];
      const server = await aMediasoupServer({ places: { listen: ['127.0.0.1', '127.0.0.2'], announced } });
      const { iceCandidates } = valueOf(await (await openRoom(server)).openTransport(ann, 'room', 'send'));
      expect(iceCandidates.map(({ protocol, address }) => [protocol, address])).toEqual([
        ...announced.map((address) => ['udp', address]),
        ...announced.map((address) => ['tcp', address]),
      ]);
      const port = iceCandidates[0]?.port ?? 0;
      for (const host of ['127.0.0.1', '127.0.0.2']) await reached(host, port);
      await expect(reached('127.0.0.3', port)).rejects.toThrow('ECONNREFUSED');
    },
  );

  test.skipIf(!hasIPv6)('listen to all of IPv4 and of IPv6 on one port', async () => {
    const places = { listen: ['0.0.0.0', '::'], announced: ['203.0.113.7', '2001:db8::7'] };
    const server = await aMediasoupServer({ places });
    const { iceCandidates } = valueOf(await (await openRoom(server)).openTransport(ann, 'room', 'send'));
    expect(iceCandidates.map(({ address }) => address)).toEqual([...places.announced, ...places.announced]);
    for (const host of ['127.0.0.1', '::1']) await reached(host, iceCandidates[0]?.port ?? 0);
  });

  test('all start, or none is left', async () => {
    const port = await freePort('127.0.0.1');
    await expect(aMediasoupServer({ ports: { room: [port, port], voice: [0] } })).rejects.toThrow();
    await vi.waitFor(() => aMediasoupServer({ ports: { room: [port], voice: [0] } }), { timeout: 5_000 });
  });
});

/** Rejects if nobody listens there for TCP. */
async function reached(host: string, port: number): Promise<void> {
  const socket = connect({ host, port });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
}

async function killWorkerAt(server: MediaServer, port: number | undefined): Promise<void> {
  const worker = (await server.figures()).find((figures) => figures.port === port);
  process.kill(worker?.pid ?? 0, 'SIGKILL');
}
