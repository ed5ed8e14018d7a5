import type { Device, Transport } from 'mediasoup-client/types';
import { z } from 'zod';
import { SOURCES } from '#shared/domain/audience.ts';
import type { Direction, Plane } from '#shared/protocol/media.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import type { MediaLink } from './mediaLink.ts';
import { parametersOnWire } from './onWire.ts';

const Source = z.enum(SOURCES);

/** Opens one transport on the SFU and its end in this browser. */
export async function openTransport(
  { ask }: MediaLink,
  device: Device,
  plane: Plane,
  direction: Direction,
): Promise<Reply<Transport>> {
  const opened = await ask('media:open-transport', { plane, direction });
  if (!opened.ok) return opened;
  const { transportId, ...parameters } = opened.value;
  const options = { ...parameters, id: transportId };
  const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);

  transport.on('connect', ({ dtlsParameters }, connected, failed) => {
    void ask('media:connect-transport', { transportId, dtlsParameters }).then((reply) =>
      reply.ok ? connected() : failed(new Error(reply.error.message)),
    );
  });
  transport.on('produce', ({ rtpParameters, appData }, produced, failed) => {
    const input = {
      transportId,
      source: Source.parse(appData['source']),
      rtpParameters: parametersOnWire(rtpParameters),
    };
    void ask('media:produce', input).then((reply) =>
      reply.ok ? produced({ id: reply.value.producerId }) : failed(new Error(reply.error.message)),
    );
  });
  return ok(transport);
}
