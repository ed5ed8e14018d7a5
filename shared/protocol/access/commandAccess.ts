import { type CommandName, mayDo } from '#shared/domain/permissions.ts';
import { type Phase, PHASES } from '#shared/domain/phase.ts';
import type { Seat } from './placesOf.ts';

/** When a command can do something. `lead`: for the lead coach, where that differs. */
export type When = { readonly in: readonly Phase[]; readonly lead?: readonly Phase[] };

const ALWAYS: When = { in: PHASES };
/** A closed session takes nothing more from those who are in it. Rule SES5. */
const OPEN: When = { in: PHASES.filter((phase) => phase !== 'closed') };
const BETWEEN_WINDOWS = ['check-in', 'coaching', 'feedback'] as const;
/** A press may arrive late, so it can also be made after its window. Rule LOG5. */
const ONCE_CODED: When = { in: ['coding', 'coding-paused', 'coaching', 'feedback'] };

/**
 * In which phases each command can do something; `PERMISSIONS` says who may send it. The session machine decides the same
 * by its facts; a test tries every cell.
 */
export const COMMAND_PHASES = {
  'session:join': ALWAYS,
  'session:leave': OPEN,
  'clock:read': ALWAYS,
  'quality:report': OPEN,

  'sight:report': OPEN,
  'capture:report': OPEN,
  'sounding:report': OPEN,

  'device:admit': OPEN,
  'device:turn-away': OPEN,
  'device:set-wearer': OPEN,
  'device:set-kind': OPEN,
  'device:pair-ear': OPEN,

  'ear-check:start': OPEN,
  'ear-check:listened': OPEN,
  'ear-check:confirm': OPEN,
  'ear-check:devices-changed': OPEN,
  'ear-check:override': OPEN,

  'safety:read': OPEN,
  'safety:confirm': OPEN,
  'safety:help': OPEN,
  'emergency:raise': OPEN,
  'emergency:end': OPEN,

  'phase:check-in': { in: ['waiting'] },
  'coding:start': { in: BETWEEN_WINDOWS },
  'coding:pause': { in: ['coding'] },
  'coding:resume': { in: ['coding-paused'] },
  'coding:stop': { in: ['coding', 'coding-paused'] },
  'coaching:start': { in: ['check-in', 'feedback'] },
  'feedback:start': { in: ['check-in', 'coaching'] },
  'session:close': OPEN,
  'window:rate': ONCE_CODED,
  'window:void': ONCE_CODED,
  'caregiver:choose': { in: BETWEEN_WINDOWS },
  'lead:hand': OPEN,
  'lead:take': OPEN,

  'consent:give': OPEN,
  'consent:withdraw': OPEN,
  'recording:hold': OPEN,
  'recording:release': OPEN,
  'observer:blind': OPEN,

  'voice:open': { ...OPEN, lead: ['check-in', 'coding-paused', 'coaching', 'feedback'] },
  'voice:close': OPEN,

  'code:record': ONCE_CODED,
  'code:undo': ONCE_CODED,
  'command:judge': ONCE_CODED,
  'prompt:send': { in: ['waiting', 'check-in', 'coding-paused', 'coaching', 'feedback'] },
  'prompt:delivered': OPEN,
  'note:write': OPEN,

  'media:capabilities': OPEN,
  'media:open-transport': OPEN,
  'media:connect-transport': OPEN,
  'media:restart-ice': OPEN,
  'media:produce': OPEN,
  'media:stop-producing': OPEN,
  'media:listen': OPEN,
  'media:resume': OPEN,
} as const satisfies Record<CommandName, When>;

/** What a participant is told who sends a command. `over`: the session is closed, and they only read it. */
type Told = 'done' | 'not allowed' | 'not now' | 'over';

export function toldTo({ role, part, phase, isPairedEar }: Seat, command: CommandName): Told {
  const { in: phases, lead = phases }: When = COMMAND_PHASES[command];
  if (phase === 'closed' && !phases.includes(phase)) return 'over';
  if (!mayDo(role, part, command) || (isPairedEar && command === 'device:set-kind')) return 'not allowed';
  return (part === 'lead' ? lead : phases).includes(phase) ? 'done' : 'not now';
}
