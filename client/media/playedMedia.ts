import type { ReadStats } from './statsReport.ts';

/** Total output of a receiver: decoded pictures, or samples of sound without concealment. */
export function playedOf(kind: 'audio' | 'video', { inbound }: ReadStats): number {
  return inbound
    .filter((stat) => stat.kind === kind)
    .reduce((sum, stat) => sum + (kind === 'video' ? picturesOf(stat) : soundOf(stat)), 0);
}

type Inbound = ReadStats['inbound'][number];

/** For browsers that do not count pictures, packets are counted. */
function picturesOf({ framesDecoded, packetsReceived }: Inbound): number {
  return framesDecoded ?? packetsReceived;
}

/** When nothing arrives, browsers keep playing concealment samples. */
function soundOf({ totalSamplesReceived, concealedSamples, packetsReceived }: Inbound): number {
  return totalSamplesReceived === undefined ? packetsReceived : totalSamplesReceived - (concealedSamples ?? 0);
}
