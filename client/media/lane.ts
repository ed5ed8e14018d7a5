import type { Device, Transport } from 'mediasoup-client/types';
import type { Direction, Plane } from '#shared/protocol/media.ts';
import { TransportId } from '#shared/protocol/ids.ts';
import type { MediaLink } from './mediaLink.ts';
import { openTransport } from './openTransport.ts';

/** How long a connection may be interrupted before ICE is restarted, in ms. */
const PATIENCE_MS = 1_000;
const RETRY_MS = 2_000;

/** A transport of one plane and direction. It is opened again when it fails. */
export type Lane = {
  open(): Promise<void>;
  /** Closes the transport, with everything sent over it, and opens a new one. */
  restart(): Promise<void>;
  /** Undefined until it is open. */
  readonly transport: () => Transport | undefined;
  /** Safe to call twice. The lane can be opened again. */
  readonly close: () => void;
};

export type LaneParts = {
  readonly link: MediaLink;
  readonly device: (plane: Plane, direction: Direction) => Promise<Device>;
  readonly plane: Plane;
  readonly direction: Direction;
  readonly begin: (transport: Transport) => Promise<void>;
  readonly changed: () => void;
};

export function createLane({ link, device, plane, direction, begin, changed }: LaneParts): Lane {
  let transport: Transport | undefined;
  let opening: Promise<void> | undefined;
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close() {
    generation += 1;
    clearTimeout(timer);
    opening = undefined;
    transport?.close();
    transport = undefined;
    changed();
  }

  function restart(): Promise<void> {
    close();
    const mine = generation;
    const attempt = openNew(mine)
      .catch((error: unknown) => {
        if (mine !== generation) return; // it was given up meanwhile, so its failure does not matter
        link.report(error, `opening the ${plane} plane to ${direction}`);
        later(RETRY_MS, restart);
      })
      .finally(() => {
        if (mine === generation) opening = undefined;
      });
    opening = attempt;
    return attempt;
  }

  async function openNew(mine: number) {
    const opened = await openTransport(link, await device(plane, direction), plane, direction);
    if (!opened.ok) throw new Error(opened.error.message);
    if (mine !== generation) {
      opened.value.close();
      return;
    }
    transport = opened.value;
    watch(transport);
    changed();
    await begin(transport);
  }

  function watch(watched: Transport) {
    watched.on('connectionstatechange', (state) => {
      if (watched !== transport) return;
      changed();
      clearTimeout(timer);
      if (state === 'disconnected') later(PATIENCE_MS, () => restartIce(watched));
      if (state === 'failed') void restart();
    });
  }

  async function restartIce(watched: Transport) {
    const reply = await link.ask('media:restart-ice', { transportId: TransportId.parse(watched.id) });
    if (watched !== transport) return;
    if (reply.ok) await watched.restartIce(reply.value);
    else if (reply.error.code === 'not-found') await restart();
    else later(RETRY_MS, () => restartIce(watched));
  }

  function later(ms: number, then: () => Promise<void>) {
    clearTimeout(timer);
    timer = setTimeout(() => void then().catch((error: unknown) => link.report(error, 'mending a transport')), ms);
  }

  return {
    open: async () => {
      if (!transport) await (opening ?? restart());
    },
    restart,
    transport: () => transport,
    close,
  };
}
