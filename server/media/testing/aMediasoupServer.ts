import { onTestFinished, vi } from 'vitest';
import type { MediaPlaces } from '#server/config/mediaPlaces.ts';
import type { MediaPorts } from '#server/config/mediaPorts.ts';
import { createMediasoupServer } from '../createMediasoupServer.ts';
import { findWorkerBinary } from '../workerBinary.ts';

export const workerBin = findWorkerBinary(process.env);

const HERE: MediaPlaces = { listen: ['127.0.0.1'], announced: ['127.0.0.1'] };

type Options = {
  readonly places?: MediaPlaces;
  readonly ports?: MediaPorts;
  readonly report?: (error: unknown, doing: string) => void;
};

/** The real media server on this machine, by default with one worker for each plane. It is closed after the test. */
export async function aMediasoupServer({
  places = HERE,
  ports = { room: [0], voice: [0] },
  report = vi.fn(),
}: Options = {}) {
  const server = await createMediasoupServer({ workerBin: workerBin ?? '', places, ports, report });
  onTestFinished(() => server.close());
  return server;
}
