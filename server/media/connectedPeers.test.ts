import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { aMediasoupServer, workerBin } from './testing/aMediasoupServer.ts';
import { hasOpenssl, makeCertificate } from './testing/dtlsClient.ts';
import { valueOf } from './testing/mediaHarness.ts';
import { aClientHello, openPeer } from './testing/mediaPeer.ts';
import { aListener, aSender, packetsOf } from './testing/soundPeers.ts';

const [ann, ben, cat] = [ParticipantId.parse('ann'), ParticipantId.parse('ben'), ParticipantId.parse('cat')];

const PATIENT = { timeout: 5_000, interval: 5 };

async function aRoom() {
  const server = await aMediasoupServer();
  return { room: await server.openRoom(SessionId.parse(randomUUID())) };
}

describe.skipIf(!workerBin || !hasOpenssl)('a client that is no browser', () => {
  test('is heard with the certificate that was announced, and never with another', async () => {
    const { room } = await aRoom();
    const [mine, another] = [makeCertificate(), makeCertificate()];
    const impostor = await aSender(room, ann, { announces: mine, comesWith: another });
    const owner = await aSender(room, ben, { announces: mine, comesWith: mine });
    const [toImpostor, toOwner] = [await aListener(room, cat, ann), await aListener(room, ann, ben)];

    await impostor.say('from the impostor');
    await owner.say('from the owner');
    await vi.waitFor(() => expect(toOwner.heard()).toEqual(['from the owner']), PATIENT);
    expect(toImpostor.heard()).toEqual([]);
    expect([await packetsOf(room, ann), await packetsOf(room, ben)]).toEqual([0, 1]);
  });

  test('is not heard with what it did not sign or has sent before, and still with what it signs', async () => {
    const { room } = await aRoom();
    const sender = await aSender(room, ann);
    const listener = await aListener(room, cat, ann);

    // No more than fits into the buffer of the port, so that none is lost on the way.
    const first = sender.sealed('first');
    await sender.peer.send(first);
    for (let packet = 0; packet < 60; packet += 1) {
      await sender.peer.send(Buffer.concat([sender.nextHeader(), randomBytes(100)]));
      await sender.peer.send(Buffer.concat([Buffer.from([0x80, 200 + (packet % 7), 0, 24]), randomBytes(100)]));
      await sender.peer.send(first);
    }
    const changed = sender.sealed('changed on the way');
    changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
    await sender.peer.send(changed);
    await sender.say('last');

    await vi.waitFor(() => expect(listener.heard()).toContain('last'), PATIENT);
    expect(listener.heard()).toEqual(['first', 'last']);
    expect(await packetsOf(room, ann)).toBe(2);
  });

  test('gets no answer to a hello from an address that passed no check of ICE, and takes nobody’s place with it', async () => {
    const { room } = await aRoom();
    const [mine, another] = [makeCertificate(), makeCertificate()];
    const hello = await aClientHello(another);
    const transport = valueOf(await room.openTransport(ann, 'voice', 'send'));
    valueOf(await room.connectTransport(ann, transport.transportId, mine.dtlsParameters));
    const [stranger, owner] = [await openPeer(transport), await openPeer(transport)];

    await stranger.send(hello);
    await owner.passIceCheck();
    await stranger.send(hello);
    expect(await owner.shakeHands(mine)).toMatchObject({ protocol: 'DTLSv1.2' });
    expect(stranger.dtlsPackets()).toBe(0);

    // The hello is a good one: it is answered once its address has passed the check.
    const other = valueOf(await room.openTransport(ben, 'voice', 'send'));
    const checked = await openPeer(other);
    await checked.passIceCheck();
    await checked.send(hello);
    await vi.waitFor(() => expect(checked.dtlsPackets()).toBeGreaterThan(0), PATIENT);
  });

  test('gets the strongest of the ways to encrypt that it offers, with keys that nobody can find out later', async () => {
    const { room } = await aRoom();
    const mine = makeCertificate();
    const transport = valueOf(await room.openTransport(ann, 'voice', 'send'));
    valueOf(await room.connectTransport(ann, transport.transportId, mine.dtlsParameters));
    const peer = await openPeer(transport);
    await peer.passIceCheck();
    const weakestFirst = 'SRTP_AES128_CM_SHA1_32:SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM:SRTP_AEAD_AES_256_GCM';
    expect(await peer.shakeHands(mine, weakestFirst)).toMatchObject({
      protocol: 'DTLSv1.2',
      cipher: expect.stringMatching(/^ECDHE-ECDSA-(AES128-GCM-SHA256|CHACHA20-POLY1305)$/) as string,
      srtpProfile: 'SRTP_AEAD_AES_256_GCM',
    });
  });
});
