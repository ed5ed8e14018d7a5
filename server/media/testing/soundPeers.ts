import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { MediaRoom } from '../mediaServer.ts';
import { opusParameters } from '../rtpSamples.ts';
import { makeCertificate, type Certificate } from './dtlsClient.ts';
import { valueOf } from './mediaHarness.ts';
import { openPeer } from './mediaPeer.ts';
import { openSrtp, rtpHeader, type Rtp } from './srtp.ts';

const OPUS = 111;

type Certificates = { readonly announces: Certificate; readonly comesWith: Certificate };

/** Somebody whose voice is open, with a client that can also do what no browser does. */
export async function aSender(room: MediaRoom, owner: ParticipantId, certificates?: Certificates) {
  const mine = makeCertificate();
  const { announces, comesWith } = certificates ?? { announces: mine, comesWith: mine };
  const transport = valueOf(await room.openTransport(owner, 'voice', 'send'));
  valueOf(await room.connectTransport(owner, transport.transportId, announces.dtlsParameters));
  const rtpParameters = opusParameters();
  valueOf(await room.produce(owner, transport.transportId, 'voice', rtpParameters));
  await room.setProducerOpen(owner, 'voice', true);
  const peer = await openPeer(transport);
  await peer.passIceCheck();
  const { keying } = await peer.shakeHands(comesWith);
  const srtp = openSrtp(keying);
  let sequence = 0;

  function next(): Rtp {
    sequence += 1;
    return { payloadType: OPUS, sequence, ssrc: rtpParameters.encodings?.[0]?.ssrc ?? 0 };
  }

  /** The packet in which this would be said. */
  const sealed = (words: string | Buffer) => srtp.protect(next(), Buffer.from(words));
  return {
    peer,
    sealed,
    say: (words: string | Buffer) => peer.send(sealed(words)),
    /** The start of the packet that would come next, which nobody signed. */
    nextHeader: () => rtpHeader(next()),
  };
}

/** Somebody who hears the voice of one person. */
export async function aListener(room: MediaRoom, owner: ParticipantId, from: ParticipantId) {
  const mine = makeCertificate();
  const transport = valueOf(await room.openTransport(owner, 'voice', 'receive'));
  valueOf(await room.connectTransport(owner, transport.transportId, mine.dtlsParameters));
  const peer = await openPeer(transport);
  await peer.passIceCheck();
  const srtp = openSrtp((await peer.shakeHands(mine)).keying);
  const consumer = valueOf(await room.consume(owner, from, 'voice', room.capabilities().voice));
  valueOf(await room.resumeConsumer(consumer.consumerId));
  return {
    /** What was said so far. */
    heard: () => peer.media.flatMap((packet) => srtp.open(packet)?.payload.toString() ?? []),
  };
}

/** How many signed packets of their voice have arrived from somebody. Undefined if they do not send. */
export async function packetsOf(room: MediaRoom, owner: ParticipantId): Promise<number | undefined> {
  return (await room.received()).find(({ from }) => from === owner)?.packets;
}
