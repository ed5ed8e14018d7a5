import type { Rate } from '#shared/domain/rateLimit.ts';
import type { CommandName } from '#shared/domain/permissions.ts';

/** All commands of one person together. Leaves room for an outbox that filled up during a long disconnection. */
export const PERSON_RATE: Rate = { burst: 1_500, perSecond: 60 };

/** How often one person may send one command: enough for hands, too little for a flood. */
const ORDINARY: Rate = { burst: 30, perSecond: 5 };

const SPECIAL: Partial<Record<CommandName, Rate>> = {
  'code:record': { burst: 1_000, perSecond: 25 },
  'code:undo': { burst: 500, perSecond: 10 },
  'clock:read': { burst: 60, perSecond: 5 },
  'voice:open': { burst: 40, perSecond: 10 },
  'voice:close': { burst: 40, perSecond: 10 },
  'media:resume': { burst: 60, perSecond: 20 },
  'device:pair-ear': { burst: 5, perSecond: 0.1 },
  'ear-check:start': { burst: 10, perSecond: 0.5 },
};

export function rateOf(command: CommandName): Rate {
  return SPECIAL[command] ?? ORDINARY;
}
