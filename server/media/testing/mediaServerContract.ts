import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ConsumerId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { Plane } from '#shared/protocol/media.ts';
import type { FeedTo } from '../feed.ts';
import type { MediaRoom, MediaServer } from '../mediaServer.ts';
import { opusParameters, someFingerprint } from '../rtpSamples.ts';

const ann = ParticipantId.parse('ann');
const ben = ParticipantId.parse('ben');

/** The contract of every media server. `loseWorker` makes the worker of a plane die. */
export function mediaServerContract(
  open: () => Promise<MediaServer>,
  loseWorker: (server: MediaServer, plane: Plane) => Promise<void>,
) {
  async function openRoom() {
    const server = await open();
    onTestFinished(() => server.close());
    const room = await server.openRoom(SessionId.parse(randomUUID()));
    return { server, room };
  }

  describe('transports', () => {
    test('a transport belongs to its owner, and nobody else can use or see it', async () => {
      const { room } = await openRoom();
      const id = await transport(room, ann, 'voice', 'send');
      expect(await room.connectTransport(ben, id, someFingerprint())).toMatchObject(NOT_FOUND);
      expect(await room.restartIce(ben, id)).toMatchObject(NOT_FOUND);
      expect(await room.produce(ben, id, 'voice', opusParameters())).toMatchObject(NOT_FOUND);
      expect(await room.restartIce(ann, id)).toMatchObject({ ok: true });
      expect(await room.connectTransport(ann, id, someFingerprint())).toEqual({ ok: true, value: null });
    });

    test('asking again replaces the earlier one of the same plane and direction', async () => {
      const { room } = await openRoom();
      const first = await transport(room, ann, 'voice', 'send');
      const other = await transport(room, ann, 'voice', 'receive');
      const second = await transport(room, ann, 'voice', 'send');
      expect(await room.restartIce(ann, first)).toMatchObject(NOT_FOUND);
      expect(await room.restartIce(ann, second)).toMatchObject({ ok: true });
      expect(await room.restartIce(ann, other)).toMatchObject({ ok: true });
    });
  });

  describe('producers', () => {
    test('a source can only use the sending transport of its own plane', async () => {
      const { room } = await openRoom();
      const receiving = await transport(room, ann, 'voice', 'receive');
      const roomPlane = await transport(room, ann, 'room', 'send');
      const voicePlane = await transport(room, ann, 'voice', 'send');
      expect(await room.produce(ann, receiving, 'voice', opusParameters())).toMatchObject(NOT_FOUND);
      expect(await room.produce(ann, roomPlane, 'voice', opusParameters())).toMatchObject(NOT_FOUND);
      expect(await room.produce(ann, voicePlane, 'voice', opusParameters())).toMatchObject({ ok: true });
    });

    test('arrived packets are reported for each source that is being sent, and for none that stopped', async () => {
      const { room } = await openRoom();
      expect(await room.received()).toEqual([]);
      await room.produce(ann, await transport(room, ann, 'voice', 'send'), 'voice', opusParameters());
      expect(await room.received()).toEqual([{ from: ann, source: 'voice', packets: expect.any(Number) as number }]);
      room.stopProducing(ann, 'voice');
      expect(await room.received()).toEqual([]);
    });

    test('producing a source again replaces it, and a stopped source is gone', async () => {
      const { room } = await openRoom();
      await transport(room, ben, 'voice', 'receive');
      const sending = await transport(room, ann, 'voice', 'send');
      await room.produce(ann, sending, 'voice', opusParameters());
      const again = await room.produce(ann, sending, 'voice', opusParameters());
      const consumer = await consume(room);
      expect(again).toMatchObject({ ok: true, value: { producerId: consumer.producerId } });
      room.stopProducing(ann, 'voice');
      room.stopProducing(ann, 'voice');
      expect(await room.consume(ben, ann, 'voice', room.capabilities().voice)).toMatchObject(NOT_FOUND);
      await vi.waitFor(async () => expect(await room.resumeConsumer(consumer.consumerId)).toMatchObject(NOT_FOUND));
    });

    test('opening and shutting a source that nobody sends does nothing', async () => {
      const { room } = await openRoom();
      await expect(room.setProducerOpen(ann, 'voice', true)).resolves.toBeUndefined();
    });
  });

  describe('consumers', () => {
    test('a consumer is on the listener’s receiving transport and can be resumed and closed', async () => {
      const { room } = await openRoom();
      const receiving = await transport(room, ben, 'voice', 'receive');
      await room.produce(ann, await transport(room, ann, 'voice', 'send'), 'voice', opusParameters());
      const { consumerId, transportId, rtpParameters } = await consume(room);
      expect(transportId).toBe(receiving);
      expect(rtpParameters.codecs[0]?.mimeType).toBe('audio/opus');
      expect(await room.resumeConsumer(consumerId)).toEqual({ ok: true, value: null });
      room.closeConsumer(consumerId);
      room.closeConsumer(consumerId);
      expect(await room.resumeConsumer(consumerId)).toMatchObject(NOT_FOUND);
    });

    test('without a receiving transport there is no consumer', async () => {
      const { room } = await openRoom();
      await room.produce(ann, await transport(room, ann, 'voice', 'send'), 'voice', opusParameters());
      expect(await room.consume(ben, ann, 'voice', room.capabilities().voice)).toMatchObject(NOT_FOUND);
    });

    test('a consumer that never existed is not found', async () => {
      const { room } = await openRoom();
      expect(await room.resumeConsumer(ConsumerId.parse('nobody-made-this'))).toMatchObject(NOT_FOUND);
    });
  });

  describe('feeds to a recorder', () => {
    async function annSends() {
      const opened = await openRoom();
      await opened.room.produce(ann, await transport(opened.room, ann, 'voice', 'send'), 'voice', opusParameters());
      return opened;
    }
    const TO = [{ source: 'voice', port: 50_000 }] as const;

    test('a feed describes its packets and can be started and closed', async () => {
      const { room } = await annSends();
      const feed = await feedOf(room, TO);
      const [source] = feed.sources;
      expect(source).toMatchObject({ source: 'voice', port: 50_000 });
      expect(source?.rtpParameters.codecs[0]?.mimeType).toBe('audio/opus');
      await feed.start('voice');
      feed.watch(vi.fn())();
      feed.askForKeyFrame();
      feed.close();
      feed.close();
    });

    test('a source that nobody sends is not found', async () => {
      const { room } = await annSends();
      expect(await room.feed(ben, TO)).toMatchObject(NOT_FOUND);
      expect(await room.feed(ann, [...TO, { source: 'camera', port: 50_002 }])).toMatchObject(NOT_FOUND);
    });

    test('a feed ends when its sender stops or starts again', async () => {
      const { room } = await annSends();
      const onEnd = vi.fn();
      (await feedOf(room, TO)).onEnd(onEnd);
      room.stopProducing(ann, 'voice');
      await vi.waitFor(() => expect(onEnd).toHaveBeenCalledExactlyOnceWith('sender-changed'));
    });

    test('a feed ends when its worker dies', async () => {
      const { server, room } = await annSends();
      const onEnd = vi.fn();
      (await feedOf(room, TO)).onEnd(onEnd);
      await loseWorker(server, 'voice');
      await vi.waitFor(() => expect(onEnd).toHaveBeenCalledExactlyOnceWith('worker-died'), { timeout: 5_000 });
    });

    test('a feed that was closed reports nothing when its sender stops', async () => {
      const { room } = await annSends();
      const onEnd = vi.fn();
      const feed = await feedOf(room, TO);
      feed.onEnd(onEnd);
      feed.close();
      room.stopProducing(ann, 'voice');
      const other = await room.feed(ann, TO);
      expect([other.ok, onEnd.mock.calls]).toEqual([false, []]);
    });
  });

  test('a person who is dropped holds nothing and can start again', async () => {
    const { room } = await openRoom();
    const id = await transport(room, ann, 'voice', 'send');
    await transport(room, ben, 'voice', 'receive');
    await room.produce(ann, id, 'voice', opusParameters());
    room.dropParticipant(ann);
    room.dropParticipant(ann);
    expect(await room.restartIce(ann, id)).toMatchObject(NOT_FOUND);
    expect(await room.consume(ben, ann, 'voice', room.capabilities().voice)).toMatchObject(NOT_FOUND);
    const anew = await transport(room, ann, 'voice', 'send');
    expect(await room.produce(ann, anew, 'voice', opusParameters())).toMatchObject({ ok: true });
  });

  test('a person who is dropped while a transport is being created does not get it', async () => {
    const { room } = await openRoom();
    const opening = room.openTransport(ann, 'voice', 'send');
    room.dropParticipant(ann);
    expect(await opening).toMatchObject(NOT_FOUND);
  });

  test('when a plane’s worker dies it comes back empty, and the other plane is not affected', async () => {
    const { server, room } = await openRoom();
    const lost = vi.fn<(plane: Plane) => void>();
    room.onLost(lost);
    const voice = await transport(room, ann, 'voice', 'send');
    const picture = await transport(room, ann, 'room', 'send');
    await loseWorker(server, 'voice');
    await vi.waitFor(() => expect(lost).toHaveBeenCalledWith('voice'), { timeout: 5_000 });
    expect(lost).toHaveBeenCalledOnce();
    expect(await room.restartIce(ann, voice)).toMatchObject(NOT_FOUND);
    expect(await room.restartIce(ann, picture)).toMatchObject({ ok: true });
    await transport(room, ann, 'voice', 'send');
  });

  test('a closed room refuses everything, and closing it again is safe', async () => {
    const { room } = await openRoom();
    const id = await transport(room, ann, 'voice', 'send');
    room.close();
    room.close();
    expect(await room.restartIce(ann, id)).toMatchObject(NOT_FOUND);
    expect(await room.openTransport(ann, 'voice', 'send')).toMatchObject(NOT_FOUND);
  });
}

const NOT_FOUND = { ok: false, error: { code: 'not-found' } };

async function transport(room: MediaRoom, owner: ParticipantId, plane: Plane, direction: 'send' | 'receive') {
  const opened = await room.openTransport(owner, plane, direction);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value.transportId;
}

async function feedOf(room: MediaRoom, to: readonly FeedTo[]) {
  const fed = await room.feed(ann, to);
  if (!fed.ok) throw new Error(fed.error.message);
  return fed.value;
}

/** Ben consumes Ann's voice. */
async function consume(room: MediaRoom) {
  const consumed = await room.consume(ben, ann, 'voice', room.capabilities().voice);
  if (!consumed.ok) throw new Error(consumed.error.message);
  return consumed.value;
}
