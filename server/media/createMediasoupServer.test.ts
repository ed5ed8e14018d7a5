import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Plane } from '#shared/protocol/media.ts';

import { createMediasoupServer } from './createMediasoupServer.ts';
import { aMediasoupServer, workerBin } from './testing/aMediasoupServer.ts';
import { valueOf } from './testing/mediaHarness.ts';
import { mediaServerContract } from './testing/mediaServerContract.ts';

describe.skipIf(!workerBin)('mediasoup', () => {
  mediaServerContract(aMediasoupServer, async (server, plane) => {
    const worker = (await server.figures()).find((figures) => figures.plane === plane);
    if (worker) process.kill(worker.pid, 'SIGKILL');
  });

  test('each plane has a worker of its own and reports what it uses', async () => {
    const server = await aMediasoupServer();
    const [room, voice] = await server.figures();
    expect(room?.pid).not.toBe(voice?.pid);
    expect(voice).toMatchObject({ plane: 'voice', replaced: 0 });
    expect(voice?.memoryBytes).toBeGreaterThan(1_000_000);
  });

  test('pictures wait for voices where processors are few', async () => {
    const priorities = (await (await aMediasoupServer()).figures()).map(({ plane, pid }) => [plane, getPriority(pid)]);
    const { room, voice } = Object.fromEntries(priorities) as Record<Plane, number>;
    expect(room).toBeGreaterThan(voice);
  });

  test('a replaced worker is counted and its death reported', async () => {
    const report = vi.fn();
    const server = await aMediasoupServer({ report });
    const [room] = await server.figures();
    process.kill(room?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => expect(await server.figures()).toMatchObject([{ replaced: 1 }, { replaced: 0 }]));
    expect(report).toHaveBeenCalledWith(expect.any(Error), 'running the room worker');
  });

  test('transports listen on one port, for UDP and TCP, and never for data channels', async () => {
    const server = await aMediasoupServer();
    const room = await server.openRoom(SessionId.parse(randomUUID()));
    const ann = ParticipantId.parse('ann');
    const opened = await room.openTransport(ann, 'voice', 'send');
    const candidates = opened.ok ? opened.value.iceCandidates : [];
    expect(candidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
    expect(new Set(candidates.map(({ port }) => port)).size).toBe(1);
    expect(opened.ok && 'sctpParameters' in opened.value).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')(
    'packets that come while a worker is busy wait, more than usual',
    async () => {
      const server = await aMediasoupServer();
      const room = await server.openRoom(SessionId.parse(randomUUID()));
      const { iceCandidates } = valueOf(await room.openTransport(ParticipantId.parse('ann'), 'room', 'send'));
      const port = iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
      const pid = (await server.figures()).find(({ plane }) => plane === 'room')?.pid ?? 0;
      const usual = Number(readFileSync('/proc/sys/net/core/rmem_default', 'utf8'));

      process.kill(pid, 'SIGSTOP');
      try {
        await sendBytes(port, usual);
        await vi.waitFor(() => expect(bytesWaitingAt(port)).toBeGreaterThan(1.5 * usual));
      } finally {
        process.kill(pid, 'SIGCONT');
      }
    },
  );

  test('audio asks for retransmission and in-band FEC', async () => {
    const server = await aMediasoupServer();
    const room = await server.openRoom(SessionId.parse(randomUUID()));
    const opus = room.capabilities().voice.codecs?.find(({ mimeType }) => mimeType === 'audio/opus');
    expect(opus?.rtcpFeedback?.map(({ type }) => type)).toEqual(['nack', 'transport-cc']);
    expect(opus?.parameters).toMatchObject({ useinbandfec: 1, usedtx: 0 });
  });

  test('a sender can say how its picture must be turned; one that cannot say so and does not turn it itself sends nothing about it', async () => {
    const server = await aMediasoupServer();
    const { room } = (await server.openRoom(SessionId.parse(randomUUID()))).capabilities();
    expect(room.headerExtensions?.map(({ uri }) => uri)).toContain('urn:3gpp:video-orientation');
  });

  test('a worker that does not start is an immediate fault', async () => {
    const starting = createMediasoupServer({
      workerBin: '/nowhere/mediasoup-worker',
      places: { listen: ['127.0.0.1'], announced: ['127.0.0.1'] },
      ports: { room: [0], voice: [0] },
      report: vi.fn(),
    });
    await expect(starting).rejects.toThrow();
  });
});

/** Sends this much to a UDP port of this machine. The system counts more than twice as much, with what it keeps about it. */
async function sendBytes(port: number, bytes: number) {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  const datagram = Buffer.alloc(1_000);
  for (let sent = 0; sent < bytes; sent += datagram.length) {
    await new Promise((resolve) => socket.send(datagram, port, '127.0.0.1', resolve));
  }
}

/** What waits to be read at a UDP port of this machine. */
function bytesWaitingAt(port: number): number {
  const address = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const row = readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .find((line) => line.includes(` ${address} `));
  const [, waiting = ''] = row?.trim().split(/\s+/)[4]?.split(':') ?? [];
  return Number.parseInt(waiting, 16);
}
