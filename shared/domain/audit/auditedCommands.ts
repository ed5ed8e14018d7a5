import type { CommandName } from '../permissions.ts';
import type { Audited } from './audited.ts';

/**
 * What the audit says of each socket command. Null: the session's own log says who did it, or it says nothing about the
 * family. Rule ADT1.
 */
export const AUDITED_COMMANDS = {
  'session:join': 'session.attended',
  'session:leave': null,
  'clock:read': null,
  'quality:report': null,

  'sight:report': null,
  'capture:report': null,
  'sounding:report': null,

  'device:admit': 'device.admitted',
  'device:turn-away': 'device.turned-away',
  'device:set-wearer': null,
  'device:set-kind': null,
  'device:pair-ear': 'link.made',

  'ear-check:start': null,
  'ear-check:listened': null,
  'ear-check:confirm': null,
  'ear-check:devices-changed': null,
  'ear-check:override': 'ear-check.overridden',

  'safety:read': 'safety-sheet.read',
  'safety:confirm': null,
  'safety:help': 'safety-sheet.read',
  'emergency:raise': 'emergency.raised',
  'emergency:end': 'emergency.ended',

  'phase:check-in': null,
  'coding:start': null,
  'coding:pause': null,
  'coding:resume': null,
  'coding:stop': null,
  'coaching:start': null,
  'feedback:start': null,
  'session:close': 'session.closed',
  'window:rate': null,
  'window:void': 'window.voided',
  'caregiver:choose': null,
  'lead:hand': null,
  'lead:take': 'lead.taken',

  'consent:give': 'consent.given',
  'consent:withdraw': 'consent.withdrawn',
  'recording:hold': null,
  'recording:release': null,
  'observer:blind': null,

  'voice:open': null,
  'voice:close': null,

  'code:record': null,
  'code:undo': null,
  'command:judge': null,
  'prompt:send': null,
  'prompt:delivered': null,
  'note:write': null,

  'media:capabilities': null,
  'media:open-transport': null,
  'media:connect-transport': null,
  'media:restart-ice': null,
  'media:produce': null,
  'media:stop-producing': null,
  'media:listen': null,
  'media:resume': null,
} as const satisfies Readonly<Record<CommandName, Audited | null>>;
