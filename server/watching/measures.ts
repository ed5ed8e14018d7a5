import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { Quality } from '#shared/protocol/contract.ts';
import type { WorkerFigures } from '#server/media/mediaServer.ts';
import type { RoomFigures } from '#server/rooms/sessionRooms.ts';

/** What the parts of the server tell about how they do. Numbers only: nothing names or counts a single family. */
export type Measures = {
  /** A command was answered, this long after it arrived. */
  readonly answered: (command: CommandName, isOk: boolean, ms: number) => void;
  /** Facts of a session were stored durably. */
  readonly stored: (ms: number) => void;
  /** How a page measures its connection. */
  readonly connection: (quality: Quality) => void;
  readonly lease: (change: 'taken' | 'released' | 'lost') => void;
};

type Watched = {
  readonly rooms: { readonly figures: () => RoomFigures };
  readonly media: { readonly figures: () => Promise<readonly WorkerFigures[]> };
  /** Whether the store saves. */
  readonly isSaving: () => boolean;
};

/** In seconds: from what nobody notices to what everybody does. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const SHARES = [0, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1];

/** The commands of a live session whose delay a person feels: the others wait for a dialog or for media. */
const FELT: ReadonlySet<CommandName> = new Set([
  'code:record',
  'code:undo',
  'command:judge',
  'voice:open',
  'prompt:send',
]);

/** Measures for Prometheus. `watch` adds what is looked up when somebody asks. */
export function createMeasures(): Measures & {
  readonly registry: Registry;
  readonly watch: (watched: Watched) => void;
} {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const commands = new Histogram({
    ...{ name: 'earshot_command_seconds', help: 'From the arrival of a command to its answer.', registers },
    ...{ labelNames: ['kind', 'outcome'] as const, buckets: SECONDS },
  });
  const stores = new Histogram({
    ...{ name: 'earshot_store_seconds', help: 'How long facts of a session took to be stored.', registers },
    buckets: SECONDS,
  });
  const roundTrips = new Histogram({
    ...{ name: 'earshot_round_trip_seconds', help: 'Round trips of media, as pages measure them.', registers },
    buckets: SECONDS,
  });
  const losses = new Histogram({
    ...{ name: 'earshot_loss_ratio', help: 'Lost packets of media, as pages measure them.', registers },
    buckets: SHARES,
  });
  const leases = new Counter({
    ...{ name: 'earshot_lease_changes_total', help: 'Sessions that this node took, released or lost.', registers },
    labelNames: ['change'] as const,
  });

  return {
    registry,
    answered: (command, isOk, ms) =>
      commands.observe({ kind: FELT.has(command) ? 'felt' : 'other', outcome: isOk ? 'done' : 'refused' }, ms / 1_000),
    stored: (ms) => stores.observe(ms / 1_000),
    connection({ roundTripMs, lossPercent }) {
      if (roundTripMs !== null) roundTrips.observe(roundTripMs / 1_000);
      if (lossPercent !== null) losses.observe(lossPercent / 100);
    },
    lease: (change) => leases.inc({ change }),

    watch({ rooms, media, isSaving }) {
      gauge('earshot_sessions', 'Sessions that are awake on this node, by phase.', ['phase'], (set) => {
        for (const [phase, count] of Object.entries(rooms.figures().sessions)) set({ phase }, count);
      });
      gauge('earshot_people', 'Connections of people to sessions.', [], (set) => set({}, rooms.figures().people));
      gauge('earshot_recordings', 'Takes that are being recorded.', [], (set) => set({}, rooms.figures().recording));
      gauge('earshot_store_saves', '1 if the store saves, 0 if it is in trouble.', [], (set) =>
        set({}, Number(isSaving())),
      );
      workerGauge('earshot_media_cpu_seconds', 'Time that a media worker has used.', ({ cpuMs }) => cpuMs / 1_000);
      workerGauge('earshot_media_memory_bytes', 'Memory of a media worker.', ({ memoryBytes }) => memoryBytes);
      workerGauge(
        'earshot_media_load',
        'Consumers of a media worker, or what is usual for its rooms.',
        ({ load }) => load,
      );
      workerGauge('earshot_media_replaced', 'How often a media worker died.', ({ replaced }) => replaced);

      function workerGauge(name: string, help: string, value: (worker: WorkerFigures) => number) {
        gauge(name, help, ['plane', 'port'], async (set) => {
          for (const worker of await media.figures()) set({ plane: worker.plane, port: worker.port }, value(worker));
        });
      }
    },
  };

  type Labels = Readonly<Record<string, string | number>>;

  function gauge(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: (set: (labels: Labels, value: number) => void) => Promise<void> | void,
  ) {
    new Gauge({
      ...{ name, help, labelNames: [...labelNames], registers },
      collect() {
        this.reset();
        return read((labels, value) => this.set({ ...labels }, value));
      },
    });
  }
}
