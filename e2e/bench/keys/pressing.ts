import { randomUUID } from 'node:crypto';
import type { InputOf } from '#shared/protocol/contract.ts';
import { CodeId } from '#shared/protocol/ids.ts';
import type { CoachingByWire } from '../wire/coachingByWire.ts';

/** Makes the next press of a coach. */
export function pressing({ coach, caregiverId }: CoachingByWire) {
  const opened = performance.now() - coach.joined.now;
  return (): InputOf<'code:record'> => ({
    codeId: CodeId.parse(randomUUID()),
    code: 'LP',
    caregiverId,
    pressedAt: performance.now() - opened,
    heardDelayMs: 60,
  });
}
