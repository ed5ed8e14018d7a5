import type { Sending } from '#server/media/mediaPorts.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import type { Time } from '#server/time/time.ts';

/** How often the media server is asked what arrives, in ms: often until that is known, and then from time to time. */
const ASK_EVERY_MS = 250;
const ASK_AGAIN_MS = 1_000;

/** Silent after this many answers without a new packet: not after a time, as a worker that hangs proves nothing. */
const SILENT_AFTER_ANSWERS = 8;

/** `unknown`: it is too early to tell. */
export type FlowStanding = 'flows' | 'silent' | 'unknown';

type FlowWatch = {
  readonly standing: (sending: Sending) => FlowStanding;
  /** Asks as long as this is needed. What was known before it stopped asking is forgotten. */
  readonly keepAsking: (isNeeded: boolean) => void;
  readonly close: () => void;
};

type Ports = {
  readonly room: Pick<MediaRoom, 'received'>;
  readonly sendings: () => readonly Sending[];
  readonly time: Pick<Time, 'callAfter'>;
  readonly onChange: () => void;
  readonly report: (error: unknown, doing: string) => void;
};

type Seen = { packets: number; standing: FlowStanding; answersSince: number };

/** Finds out from which sources packets arrive at the media server now, while somebody waits to record them. */
export function createFlowWatch({ room, sendings, time, onChange, report }: Ports): FlowWatch {
  const seen = new Map<string, Seen>();
  let cancel: (() => void) | undefined;
  let isNeeded = false;

  function ask() {
    room
      .received()
      .then(note)
      .catch((error: unknown) => isNeeded && report(error, 'asking what arrives'))
      .finally(() => {
        if (!isNeeded) return;
        const isKnown = sendings().every(
          ({ producerId }) => (seen.get(producerId)?.standing ?? 'unknown') !== 'unknown',
        );
        cancel = time.callAfter(isKnown ? ASK_AGAIN_MS : ASK_EVERY_MS, ask);
      });
  }

  function note(received: Awaited<ReturnType<MediaRoom['received']>>) {
    if (!isNeeded) return;
    let hasChanged = false;
    for (const { from, source, producerId } of sendings()) {
      const packets = received.find((one) => one.from === from && one.source === source)?.packets ?? 0;
      const before = seen.get(producerId);
      const now =
        before === undefined ? ({ packets, standing: 'unknown', answersSince: 0 } as const) : next(before, packets);
      seen.set(producerId, now);
      if (now.standing !== (before?.standing ?? 'unknown')) hasChanged = true;
    }
    if (hasChanged) onChange();
  }

  return {
    standing: ({ producerId }) => seen.get(producerId)?.standing ?? 'unknown',

    keepAsking(needed) {
      if (needed === isNeeded) return;
      isNeeded = needed;
      cancel?.();
      if (needed) ask();
      else seen.clear();
    },

    close() {
      isNeeded = false;
      cancel?.();
    },
  };
}

function next(before: Seen, packets: number): Seen {
  if (packets !== before.packets) return { packets, standing: 'flows', answersSince: 0 };
  const answersSince = before.answersSince + 1;
  return { packets, standing: answersSince >= SILENT_AFTER_ANSWERS ? 'silent' : before.standing, answersSince };
}
