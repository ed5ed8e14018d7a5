import type { Reply } from '#shared/protocol/reply.ts';
import type { Ask } from './ask.ts';
import type { UnsentPress } from './outbox.ts';

/** Sends one press of the outbox as its command. A code is identified by its own id. */
export function sendPress(ask: Ask, press: UnsentPress): Promise<Reply<{ readonly seq: number }>> {
  const { pressId, codeId, pressedAt } = press;
  switch (press.kind) {
    case 'code': {
      const { code, caregiverId, heardDelayMs, candidates, mode } = press;
      const seen = candidates && mode && { candidates, mode };
      return ask('code:record', { codeId, code, caregiverId, pressedAt: press.pressedAt, heardDelayMs, ...seen });
    }
    case 'undo':
      return ask('code:undo', { pressId, codeId, ...(pressedAt !== undefined && { pressedAt }) });
    case 'judge':
      return ask('command:judge', {
        pressId,
        codeId,
        effective: press.effective,
        ...(pressedAt !== undefined && { pressedAt }),
      });
  }
}
