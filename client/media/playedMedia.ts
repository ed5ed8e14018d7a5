import type { ReadStats } from './statsReport.ts';

/** What has come out of a receiver altogether: decoded pictures, or samples of sound that were not made up. */
export function playedOf(kind: 'audio' | 'video', { inbound }: ReadStats): number {
  return inbound
    .filter((stat) => stat.kind === kind)
    .reduce((sum, stat) => sum + (kind === 'video' ? picturesOf(stat) : soundOf(stat)), 0);
}

type Inbound = ReadStats['inbound'][number];

/** Browsers that do not count pictures count their packets. */
function picturesOf({ framesDecoded, packetsReceived }: Inbound): number {
  return framesDecoded ?? packetsReceived;
}

/** Where nothing arrives, browsers go on playing what they conceal it with. */
function soundOf({ totalSamplesReceived, concealedSamples, packetsReceived }: Inbound): number {
  return totalSamplesReceived === undefined ? packetsReceived : totalSamplesReceived - (concealedSamples ?? 0);
}
