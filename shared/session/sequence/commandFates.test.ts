import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { codingSession } from '../testing/aSession.ts';
import { aSequenceSession } from './testing/aSequenceSession.ts';
import { commandFates } from './commandFates.ts';

const [RUNNING] = codingSession(0).context.session.windows;

/** A command at 0 ms without a response, in a window that ends at 4000 ms, and another window from 60000 ms on. */
function unanswered(gap: { readonly from: number; readonly to: number }) {
  const window = { ...(RUNNING ?? expect.unreachable()), kind: 'pdi' };
  const windows = [
    { ...window, spans: [[-1_000, 4_000] as const], runningSince: undefined },
    { ...window, spans: [], runningSince: 60_000 },
  ];
  return commandFates({ ...aSequenceSession('DC'), windows, gaps: [gap] }, PCIT).interrupted.size;
}

test('[WIN5] a gap spoils the command that was due in it, and not one left without a response before another window began', () => {
  expect(unanswered({ from: 2_000, to: 3_000 })).toBe(1);
  expect(unanswered({ from: 70_000, to: 72_000 })).toBe(0);
});
