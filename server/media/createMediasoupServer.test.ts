import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { createMediasoupServer } from './createMediasoupServer.ts';
import { mediaServerContract } from './testing/mediaServerContract.ts';
import { findWorkerBinary } from './workerBinary.ts';

const workerBin = findWorkerBinary(process.env);

const open = (report = vi.fn()) =>
  createMediasoupServer({ workerBin: workerBin ?? '', listenIp: '127.0.0.1', ports: { room: 0, voice: 0 }, report });

describe.skipIf(!workerBin)('mediasoup', () => {
  mediaServerContract(open, async (server, plane) => {
    const worker = (await server.figures()).find((figures) => figures.plane === plane);
    if (worker) process.kill(worker.pid, 'SIGKILL');
  });

  test('each plane has a worker of its own and reports what it uses', async () => {
    const server = await open();
    onTestFinished(() => server.close());
    const [room, voice] = await server.figures();
    expect(room?.pid).not.toBe(voice?.pid);
    expect(voice).toMatchObject({ plane: 'voice', replaced: 0 });
    expect(voice?.memoryBytes).toBeGreaterThan(1_000_000);
  });

  test('a replaced worker is counted and its death reported', async () => {
    const report = vi.fn();
    const server = await open(report);
    onTestFinished(() => server.close());
    const [room] = await server.figures();
    process.kill(room?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => expect(await server.figures()).toMatchObject([{ replaced: 1 }, { replaced: 0 }]));
    expect(report).toHaveBeenCalledWith(expect.any(Error), 'running the room worker');
  });

  test('transports listen on one port, for UDP and TCP, and never for data channels', async () => {
    const server = await open();
    onTestFinished(() => server.close());
    const room = await server.openRoom(SessionId.parse(randomUUID()));
    const ann = ParticipantId.parse('ann');
    const opened = await room.openTransport(ann, 'voice', 'send');
    const candidates = opened.ok ? opened.value.iceCandidates : [];
    expect(candidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
    expect(new Set(candidates.map(({ port }) => port)).size).toBe(1);
    expect(opened.ok && 'sctpParameters' in opened.value).toBe(false);
  });

  test('audio asks for retransmission and in-band FEC', async () => {
    const server = await open();
    onTestFinished(() => server.close());
    const room = await server.openRoom(SessionId.parse(randomUUID()));
    const opus = room.capabilities().voice.codecs?.find(({ mimeType }) => mimeType === 'audio/opus');
    expect(opus?.rtcpFeedback?.map(({ type }) => type)).toEqual(['nack', 'transport-cc']);
    expect(opus?.parameters).toMatchObject({ useinbandfec: 1, usedtx: 0 });
  });

  test('a sender can say how its picture must be turned; one that cannot say so and does not turn it itself sends nothing about it', async () => {
    const server = await open();
    onTestFinished(() => server.close());
    const { room } = (await server.openRoom(SessionId.parse(randomUUID()))).capabilities();
    expect(room.headerExtensions?.map(({ uri }) => uri)).toContain('urn:3gpp:video-orientation');
  });

  test('a worker that does not start is an immediate fault', async () => {
    const starting = createMediasoupServer({
      workerBin: '/nowhere/mediasoup-worker',
      listenIp: '127.0.0.1',
      ports: { room: 0, voice: 0 },
      report: vi.fn(),
    });
    await expect(starting).rejects.toThrow();
  });
});
