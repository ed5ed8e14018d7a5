import type { Quality } from '#shared/protocol/contract.ts';
import { jitterBufferMs } from './heardDelay.ts';
import type { InboundStats, ReadStats } from './statsReport.ts';

/** What `quality:report` accepts at most, in ms. */
const MOST_MS = 60_000;

/** How well a connection does between two readings of all its transports. What nothing tells is null. */
export function connectionQuality(before: readonly ReadStats[], now: readonly ReadStats[]): Quality {
  return {
    roundTripMs: asMs(largest(now.map(({ roundTripMs }) => roundTripMs))),
    lossPercent: receivedLoss(inboundOf(before), inboundOf(now)) ?? sentLoss(now),
    playoutDelayMs: asMs(largest(audioPairs(before, now).map(([was, is]) => jitterBufferMs(was, is)))),
  };
}

/** What got lost on the way here between two readings, in percent. */
function receivedLoss(before: readonly InboundStats[], now: readonly InboundStats[]): number | null {
  const lost = sum(now, 'packetsLost') - sum(before, 'packetsLost');
  const received = sum(now, 'packetsReceived') - sum(before, 'packetsReceived');
  if (received <= 0) return null;
  return asPercent(Math.max(0, lost) / (Math.max(0, lost) + received));
}

/** What the other end says got lost on the way there, in percent. */
function sentLoss(now: readonly ReadStats[]): number | null {
  const worst = largest(now.flatMap(({ remoteInbound }) => remoteInbound.map(({ fractionLost }) => fractionLost)));
  return worst === null ? null : asPercent(worst);
}

/** The audio receivers of both readings, paired by their place: transports and receivers keep their order. */
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
  return value === null ? null : Math.min(MOST_MS, Math.round(value));
}

function asPercent(fraction: number): number {
  return Math.min(100, Math.max(0, fraction * 100));
}
