import { PartId } from '#shared/protocol/ids.ts';
import type { RecordedPart } from '#shared/protocol/recording.ts';

/** For tests: a part of a recording from one session time to another (ms), whose own time runs evenly. */
export function aRecordedPart(
  n: number,
  from: number,
  to: number,
  recorder: RecordedPart['recorder'] = 'room',
): RecordedPart {
  return {
    partId: PartId.parse(`00000000-0000-4000-a000-${String(n).padStart(12, '0')}`),
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
