import { z } from 'zod';

/** The part of a `getStats` report that is read here. */
export type StatsReport = { readonly forEach: (visit: (stat: unknown) => void) => void };

const count = z.number().nonnegative();

const Inbound = z.object({
  type: z.literal('inbound-rtp'),
  kind: z.enum(['audio', 'video']),
  packetsReceived: count.default(0),
  /** Can be negative if packets arrived twice. */
  packetsLost: z.number().default(0),
  /** In seconds, summed over all emitted samples. */
  jitterBufferDelay: count.default(0),
  jitterBufferEmittedCount: count.default(0),
  framesDecoded: count.optional(),
  /** For sound: all samples played, including concealment. */
  totalSamplesReceived: count.optional(),
  concealedSamples: count.optional(),
});

const Pair = z.object({
  type: z.literal('candidate-pair'),
  state: z.string(),
  nominated: z.boolean().default(false),
  /** In seconds. */
  currentRoundTripTime: count.optional(),
});

const Playout = z.object({
  type: z.literal('media-playout'),
  /** In seconds, summed over all played samples. */
  totalPlayoutDelay: count.default(0),
  totalSamplesCount: count.default(0),
});

const RemoteInbound = z.object({ type: z.literal('remote-inbound-rtp'), fractionLost: z.number().optional() });

export type InboundStats = z.infer<typeof Inbound>;
export type PlayoutStats = z.infer<typeof Playout>;

/** What this layer reads from a report. Browsers omit many fields and add others. */
export type ReadStats = {
  readonly inbound: readonly InboundStats[];
  readonly playout: PlayoutStats | undefined;
  readonly remoteInbound: readonly z.infer<typeof RemoteInbound>[];
  /** Of the candidate pair that carries the media, in ms. */
  readonly roundTripMs: number | undefined;
};

export function readStats(report: StatsReport): ReadStats {
  const stats: unknown[] = [];
  report.forEach((stat) => stats.push(stat));
  const [pair] = all(Pair, stats).filter(({ state, nominated }) => state === 'succeeded' && nominated);
  const seconds = pair?.currentRoundTripTime;
  return {
    inbound: all(Inbound, stats),
    playout: all(Playout, stats)[0],
    remoteInbound: all(RemoteInbound, stats),
    roundTripMs: seconds === undefined ? undefined : seconds * 1_000,
  };
}

function all<T extends z.ZodType>(schema: T, stats: readonly unknown[]): z.output<T>[] {
  return stats.flatMap((stat) => schema.safeParse(stat).data ?? []);
}
