import type { Part, Role } from './people.ts';

/** For each role, the parts in which it may send a command. */
type Permission = { readonly [R in Role]: readonly Part[] };

const LEAD: Permission = { therapist: ['lead'], supervisor: ['lead'], caregiver: [], admin: [] };
const OBSERVER: Permission = { therapist: ['observer'], supervisor: ['observer'], caregiver: [], admin: [] };
const STAFF: Permission = {
  therapist: ['lead', 'observer'],
  supervisor: ['lead', 'observer'],
  caregiver: [],
  admin: [],
};
const DEVICES: Permission = { therapist: [], supervisor: [], caregiver: ['room', 'combined', 'ear'], admin: [] };
const EARS: Permission = { therapist: [], supervisor: [], caregiver: ['combined', 'ear'], admin: [] };
const MICROPHONES: Permission = { therapist: [], supervisor: [], caregiver: ['combined', 'room'], admin: [] };
const SCREENS: Permission = { ...DEVICES, caregiver: ['knocking', 'room', 'combined'] };
const EVERYONE: Permission = { ...STAFF, caregiver: ['knocking', 'room', 'combined', 'ear'] };
const ADMITTED: Permission = { ...STAFF, caregiver: ['room', 'combined', 'ear'] };
const SENDERS: Permission = { ...STAFF, caregiver: ['room', 'combined'] };

/** Who may send each socket command (rule PER1). The wire's contract has exactly these commands. */
export const PERMISSIONS = {
  'session:join': EVERYONE,
  'session:leave': EVERYONE,
  'clock:read': EVERYONE,
  'quality:report': ADMITTED,

  'sight:report': STAFF,
  'capture:report': MICROPHONES,
  'sounding:report': { ...STAFF, caregiver: ['combined', 'ear'] },

  'device:admit': LEAD,
  'device:turn-away': LEAD,
  'device:set-wearer': { ...LEAD, caregiver: ['combined', 'ear'] },
  'device:set-kind': SCREENS,
  'device:pair-ear': { ...LEAD, caregiver: ['room', 'combined'] },

  'ear-check:start': EARS,
  'ear-check:listened': MICROPHONES,
  'ear-check:confirm': EARS,
  'ear-check:devices-changed': EARS,
  'ear-check:override': LEAD,

  'safety:read': { ...LEAD, supervisor: ['lead', 'observer'] },
  'safety:confirm': LEAD,
  // Rule SAF3.
  'safety:help': DEVICES,
  'emergency:raise': ADMITTED,
  'emergency:end': STAFF,

  'phase:check-in': LEAD,
  'coding:start': LEAD,
  'coding:pause': LEAD,
  'coding:resume': LEAD,
  'coding:stop': LEAD,
  'coaching:start': LEAD,
  'feedback:start': LEAD,
  'session:close': LEAD,
  'window:rate': LEAD,
  'window:void': LEAD,
  'caregiver:choose': LEAD,
  'lead:hand': LEAD,
  'lead:take': OBSERVER,

  'consent:give': { ...LEAD, caregiver: ['room', 'combined', 'ear'] },
  'consent:withdraw': { ...LEAD, caregiver: ['room', 'combined', 'ear'] },
  'recording:hold': LEAD,
  'recording:release': LEAD,
  'observer:blind': OBSERVER,

  'voice:open': STAFF,
  'voice:close': STAFF,

  'code:record': STAFF,
  'code:undo': STAFF,
  'command:judge': STAFF,
  'prompt:send': LEAD,
  'prompt:delivered': DEVICES,
  'note:write': STAFF,

  'media:capabilities': ADMITTED,
  'media:open-transport': ADMITTED,
  'media:connect-transport': ADMITTED,
  'media:restart-ice': ADMITTED,
  'media:produce': SENDERS,
  'media:stop-producing': SENDERS,
  'media:listen': ADMITTED,
  'media:resume': ADMITTED,
} as const satisfies Record<string, Permission>;

export type CommandName = keyof typeof PERMISSIONS;

/** Whether a person with this role and part may send the command at all. The session machine checks the phase. */
export function mayDo(role: Role, part: Part, command: CommandName): boolean {
  const permission: Permission = PERMISSIONS[command];
  return permission[role].includes(part);
}
