import type { Quality } from '#shared/protocol/contract.ts';
import { jitterBufferMs } from './heardDelay.ts';
import type { InboundStats, ReadStats } from './statsReport.ts';

/** The maximum that `quality:report` accepts, in ms. */
const MAX_MS = 60_000;

/** Quality of a connection between two readings of all its transports. Unknown values are null. */
export function connectionQuality(before: readonly ReadStats[], now: readonly ReadStats[]): Quality {
  return {
    roundTripMs: asMs(largest(now.map(({ roundTripMs }) => roundTripMs))),
    lossPercent: receivedLoss(inboundOf(before), inboundOf(now)) ?? sentLoss(now),
    playoutDelayMs: asMs(largest(audioPairs(before, now).map(([was, is]) => jitterBufferMs(was, is)))),
  };
}

/** Percentage of packets lost on the way here between two readings. */
function receivedLoss(before: readonly InboundStats[], now: readonly InboundStats[]): number | null {
  const lost = sum(now, 'packetsLost') - sum(before, 'packetsLost');
  const received = sum(now, 'packetsReceived') - sum(before, 'packetsReceived');
  if (received <= 0) return null;
  return asPercent(Math.max(0, lost) / (Math.max(0, lost) + received));
}

/** Percentage of packets lost on the way there, as reported by the other end. */
function sentLoss(now: readonly ReadStats[]): number | null {
  const worst = largest(now.flatMap(({ remoteInbound }) => remoteInbound.map(({ fractionLost }) => fractionLost)));
  return worst === null ? null : asPercent(worst);
}

/** The audio receivers of both readings, paired by position: transports and receivers keep their order. */
function audioPairs(before: readonly ReadStats[], now: readonly ReadStats[]) {
  const audio = (stats: readonly ReadStats[]) => inboundOf(stats).filter(({ kind }) => kind === 'audio');
  const was = audio(before);
  return audio(now).map((is, place) => [was[place], is] as const);
}

function inboundOf(stats: readonly ReadStats[]): InboundStats[] {
  return stats.flatMap(({ inbound }) => inbound);
}

function sum(stats: readonly InboundStats[], field: 'packetsLost' | 'packetsReceived'): number {
  return stats.reduce((total, stat) => total + stat[field], 0);
}

function largest(values: readonly (number | undefined)[]): number | null {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}

function asMs(value: number | null): number | null {
  return value === null ? null : Math.min(MAX_MS, Math.round(value));
}

function asPercent(fraction: number): number {
  return Math.min(100, Math.max(0, fraction * 100));
}
