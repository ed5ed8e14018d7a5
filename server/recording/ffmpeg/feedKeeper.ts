import { createSocket } from 'node:dgram';
import type { Source } from '#shared/domain/audience.ts';
import type { Feed, FedSource } from '#server/media/feed.ts';
import type { Time } from '#server/time/time.ts';
import { senderReport } from './senderReport.ts';
import { createStreamClock } from './streamClock.ts';

const REPORT_EVERY_MS = 1_000;
/** How often a key frame is requested, in ms: a player can only jump to key frames. */
const KEY_FRAME_EVERY_MS = 2_500;
/** How often, and for how long, packets are watched to keep the clocks in step. */
const WATCH_EVERY_MS = 2_000;
const WATCH_FOR_MS = 300;
/** The file's clock runs this long before its first packet, so a better reading of it cannot fall before its start. */
const HEAD_START_MS = 200;
/** Gives a report time to be read before the packets that it describes arrive. */
const REPORT_FIRST_MS = 10;

type Fed = FedSource & { readonly clock: ReturnType<typeof createStreamClock>; hasSent: boolean; isStarted: boolean };

type FeedKeeperPorts = {
  readonly now: () => number;
  readonly time: Time;
  /** Resolves when the recorder listens. Until then packets are only watched, so that clocks are right at the start. */
  readonly listens: Promise<void>;
  readonly onBegin: (zeroAt: number) => void;
  readonly report: (error: unknown) => void;
};

/**
 * Feeds a recorder. Each source flows after a sender report of its first packet's session time; more reports and key
 * frames follow. All are in session time, so sound and picture stay together. Returns a function that stops it.
 */
export function keepFeeding(feed: Feed, { now, time, listens, onBegin, report }: FeedKeeperPorts): () => void {
  const socket = createSocket('udp4');
  const sources = new Map<Source, Fed>(feed.sources.map((one) => [one.source, watched(one)]));
  let zeroAt: number | undefined;
  let stopWatching: (() => void) | undefined;
  let isListening = false;
  let isOver = false;
  const timers = new Map<string, () => void>();

  function every(ms: number, name: string, act: () => void) {
    timers.set(
      name,
      time.callAfter(ms, () => {
        act();
        if (!isOver) every(ms, name, act);
      }),
    );
  }

  function onPacket(source: Source, rtpTimestamp: number) {
    const fed = sources.get(source);
    if (fed === undefined) return;
    fed.clock.note(rtpTimestamp, now());
    fed.hasSent = true;
    startIfReady(fed);
  }

  function startIfReady(fed: Fed) {
    if (fed.isStarted || !fed.hasSent || !isListening || isOver) return;
    fed.isStarted = true;
    if (zeroAt === undefined) {
      zeroAt = now() - HEAD_START_MS;
      onBegin(zeroAt);
    }
    tell(fed, zeroAt);
    const begin = () => {
      if (!isOver) feed.start(fed.source).catch(report);
    };
    timers.set(`start ${fed.source}`, time.callAfter(REPORT_FIRST_MS, begin));
  }

  function tell({ clock, port, rtpParameters }: Fed, at: number) {
    const rtpTimestamp = clock.rtpAt(at);
    const ssrc = rtpParameters.encodings?.[0]?.ssrc ?? 0;
    if (rtpTimestamp === undefined) return;
    socket.send(senderReport(ssrc, at, rtpTimestamp), port + 1, '127.0.0.1', () => undefined);
  }

  function watch() {
    stopWatching ??= feed.watch(onPacket);
    timers.set('watch', time.callAfter(WATCH_FOR_MS, rest));
  }

  /** Stops watching packets, unless a source has not begun: a shut voice sends none, so watching it costs nothing. */
  function rest() {
    if ([...sources.values()].every(({ isStarted }) => isStarted)) {
      stopWatching?.();
      stopWatching = undefined;
    }
  }

  watch();
  void listens.then(() => {
    isListening = true;
    sources.forEach(startIfReady);
  });
  every(WATCH_EVERY_MS, 'watch again', watch);
  every(REPORT_EVERY_MS, 'report', () => {
    for (const fed of sources.values()) if (fed.isStarted) tell(fed, now());
  });
  every(KEY_FRAME_EVERY_MS, 'key frame', () => feed.askForKeyFrame());

  return () => {
    if (isOver) return;
    isOver = true;
    for (const cancel of timers.values()) cancel();
    stopWatching?.();
    socket.close();
  };
}

function watched(source: FedSource): Fed {
  const clockRate = source.rtpParameters.codecs[0]?.clockRate ?? 0;
  return { ...source, clock: createStreamClock(clockRate), hasSent: false, isStarted: false };
}
