import type { ClientId } from '#shared/protocol/ids.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import type { Ask } from './ask.ts';
import type { UnsentPress } from './outbox.ts';

/** Sends one press of the outbox as the command that it stands for. */
export function sendPress(ask: Ask, clientId: ClientId, press: UnsentPress): Promise<Reply<{ readonly seq: number }>> {
  const { clientSeq, codeId } = press;
  const position = { clientId, clientSeq, codeId };
  switch (press.kind) {
    case 'code': {
      const { code, caregiverId, pressedAt, heardDelayMs, candidates, mode } = press;
      const seen = candidates && mode && { candidates, mode };
      return ask('code:record', { ...position, code, caregiverId, pressedAt, heardDelayMs, ...seen });
    }
    case 'undo':
      return ask('code:undo', position);
    case 'judge':
      return ask('command:judge', { ...position, effective: press.effective });
  }
}
