import { randomUUID } from 'node:crypto';
import { MARIA } from './startSocketServer.ts';

/** A press of a code for Maria. */
export const aPress = (code = 'LP', pressedAt = 100) => ({
  codeId: randomUUID(),
  code,
  caregiverId: MARIA,
  pressedAt,
  heardDelayMs: 0,
});

/** What starts a window of child-led play with Maria. */
export const aWindow = () => ({ windowId: randomUUID(), kind: 'cdi', caregiverId: MARIA }) as const;
