import { TakeId } from '#shared/protocol/ids.ts';
import type { RecordedTake } from '#shared/protocol/recording.ts';

/** For tests: a take from one session time to another (ms), without drift. */
export function aRecordedTake(
  n: number,
  from: number,
  to: number,
  recorder: RecordedTake['recorder'] = 'room',
): RecordedTake {
  return {
    partId: TakeId.parse(`00000000-0000-4000-a000-${String(n).padStart(12, '0')}`),
    recorder,
    tracks: recorder === 'room' ? ['room-video', 'room-audio'] : ['coach-voice'],
    durationMs: to - from,
    complete: true,
    timeMap: [
      [0, from],
      [to - from, to],
    ],
  };
}
