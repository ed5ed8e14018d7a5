import { describe, expect, test } from 'vitest';
import { connectionQuality } from './connectionQuality.ts';
import { heardDelayMs } from './heardDelay.ts';
import { readStats } from './statsReport.ts';

function aReport(change: { inbound?: object; pair?: object; more?: object[] } = {}) {
  const inbound = { type: 'inbound-rtp', kind: 'audio', jitterBufferDelay: 100, jitterBufferEmittedCount: 1_000 };
  const pair = { type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: 0.08 };
  const other = { type: 'candidate-pair', state: 'waiting', currentRoundTripTime: 9 };
  return readStats(
    new Map(
      [
        other,
        { ...pair, ...change.pair },
        { ...inbound, ...change.inbound },
        { type: 'codec' },
        ...(change.more ?? []),
      ].map((stat, index) => [String(index), stat]),
    ),
  );
}

const LATER = { inbound: { jitterBufferDelay: 104, jitterBufferEmittedCount: 1_100 } };

describe('how old a sound is', () => {
  test('is half of both round trips, the packet, and what samples waited since the last reading', () => {
    const way = { senderRoundTripMs: 60, before: aReport(), now: aReport(LATER) };
    expect(heardDelayMs(way)).toBeCloseTo(20 + 30 + 40 + 40);
  });

  test('counts the sound card where the browser tells of it', () => {
    const playout = (delay: number, count: number) => ({
      more: [{ type: 'media-playout', totalPlayoutDelay: delay, totalSamplesCount: count }],
    });
    const before = aReport(playout(10, 1_000));
    const now = aReport({ ...LATER, ...playout(12, 1_100) });
    expect(heardDelayMs({ senderRoundTripMs: null, before, now })).toBeCloseTo(20 + 40 + 40 + 20);
  });

  test('is unknown with one reading, without new samples, and after a new connection', () => {
    const unknown = (before: ReturnType<typeof aReport> | undefined, now = aReport()) =>
      heardDelayMs({ senderRoundTripMs: 0, before, now });
    expect(unknown(undefined)).toBeUndefined();
    expect(unknown(aReport())).toBeUndefined();
    expect(unknown(aReport(LATER))).toBeUndefined();
  });
});

describe('how well a connection does', () => {
  test('is its slowest way, its loss since the last reading, and its deepest jitter buffer', () => {
    const before = aReport({ inbound: { packetsReceived: 1_000, packetsLost: 50 } });
    const now = aReport({ inbound: { ...LATER.inbound, packetsReceived: 1_090, packetsLost: 60 } });
    expect(connectionQuality([before], [now])).toEqual({ roundTripMs: 80, lossPercent: 10, playoutDelayMs: 40 });
  });

  test('for a sender is what the other end reports', () => {
    const report = readStats(
      new Map([
        ['a', { type: 'remote-inbound-rtp', fractionLost: 0.02 }],
        ['b', { type: 'remote-inbound-rtp', fractionLost: 0.05 }],
      ]),
    );
    expect(connectionQuality([], [report])).toEqual({ roundTripMs: null, lossPercent: 5, playoutDelayMs: null });
  });

  test('is unknown without a report', () => {
    expect(connectionQuality([], [])).toEqual({ roundTripMs: null, lossPercent: null, playoutDelayMs: null });
  });
});
