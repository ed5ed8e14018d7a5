import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { TransportParameters } from '#shared/protocol/media.ts';
import { startDtls, type Certificate, type Handshake } from './dtlsClient.ts';
import { SRTP_PROFILE } from './srtp.ts';
import { isStunSuccess, stunRequest } from './stunRequest.ts';

const LOOPBACK = '127.0.0.1';

/** One address from which packets of any kind go to a transport, as a browser's do or as no browser's would. */
export async function openPeer({ iceCandidates, iceParameters }: TransportParameters) {
  const port = iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
  const socket = createSocket('udp4');
  const media: Buffer[] = [];
  let dtlsPackets = 0;
  let onDtls: (packet: Buffer) => unknown = () => undefined;
  let onPassed: () => void = () => undefined;

  socket.on('message', (packet) => {
    const first = packet.readUInt8(0);
    if (isStunSuccess(packet)) onPassed();
    else if (first >= 128) media.push(packet);
    else if (first >= 20) {
      dtlsPackets += 1;
      onDtls(packet);
    }
  });
  socket.bind(0, LOOPBACK);
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());

  const send = (packet: Buffer) =>
    new Promise<void>((sent, failed) => {
      socket.send(packet, port, LOOPBACK, (error) => (error ? failed(error) : sent()));
    });

  return {
    send,
    /** RTP and RTCP, as they came. */
    media,
    dtlsPackets: () => dtlsPackets,
    /** Shows the transport that this address was told its secret. */
    async passIceCheck(): Promise<void> {
      const passed = new Promise<void>((resolve) => (onPassed = resolve));
      await send(stunRequest(iceParameters));
      await passed;
    },
    async shakeHands(certificate: Certificate, srtpProfiles = SRTP_PROFILE): Promise<Handshake> {
      const dtls = await startDtls(certificate, srtpProfiles, (packet) => void send(packet));
      onDtls = dtls.receive;
      return dtls.done;
    },
  };
}

/** The first message of a DTLS handshake. */
export async function aClientHello(certificate: Certificate): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    startDtls(certificate, SRTP_PROFILE, resolve).catch(reject);
  });
}
