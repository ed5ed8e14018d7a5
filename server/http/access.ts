import type { Role } from '#shared/domain/people.ts';

/** Somebody with an account, or nobody: a stranger, or a family's device, which has a cookie of its own. */
export type Visitor = Role | 'nobody';

const EVERYONE: readonly Visitor[] = ['nobody', 'therapist', 'supervisor', 'admin'];
const STAFF: readonly Visitor[] = ['therapist', 'supervisor', 'admin'];
const COACHES: readonly Visitor[] = ['therapist', 'supervisor'];

/**
 * Who may ask what over HTTP (rule PER3). What belongs to one session is narrowed by `mayAttend` on top of this, and
 * a device by its cookie.
 */
export const ACCESS = {
  'health:read': EVERYONE,
  'clinic:read': EVERYONE,
  'clinic-settings:read': ['admin'],
  'clinic-settings:change': ['admin'],
  /** As long as nobody is registered. */
  'first-admin:make': EVERYONE,
  /** With a secret that the demo printed, on the machine that it runs on. */
  'demo:sign-in': EVERYONE,
  'account:sign-in': EVERYONE,
  'account:standing': EVERYONE,
  'account:sign-out': EVERYONE,
  'account:read': STAFF,
  'people:list': ['admin'],
  'people:make': ['admin'],
  'families:list': STAFF,
  'families:make': ['therapist', 'admin'],
  /** A family's record is narrowed by `mayReadFamily` and `mayEnterForFamily` on top. Rule PER4. */
  'family:read': COACHES,
  'family-entries:make': ['therapist'],
  /** Narrowed by the same. Rule SAF2. */
  'safety-sheet:read': COACHES,
  'safety-sheet:write': ['therapist'],
  'diary-links:make': ['therapist'],
  /** A diary is known by a cookie of its own. */
  'diary:open': EVERYONE,
  'diary:read': EVERYONE,
  'diary:write': EVERYONE,
  'sessions:list': COACHES,
  'sessions:make': ['therapist'],
  'session:read': COACHES,
  'session-report:read': COACHES,
  'speech:read': COACHES,
  'speech:ask': COACHES,
  'reviews:list': COACHES,
  'coders:list': COACHES,
  /** One's own; a supervisor reads anybody's. Rule PRA2. */
  'practice:make': COACHES,
  'practice:read': COACHES,
  'practice-coders:list': ['supervisor'],
  'review:read': COACHES,
  'review:write': COACHES,
  'session-recording:read': COACHES,
  'session:export': COACHES,
  /** The session's lead therapist alone. */
  'session-links:make': ['therapist'],
  'programs:list': STAFF,
  'programs:make': ['admin'],
  'program:read': STAFF,
  'program:change': ['admin'],
  'device:join': EVERYONE,
  'device:read': EVERYONE,
  'device-cards:read': EVERYONE,
} as const satisfies Record<string, readonly Visitor[]>;

export type Action = keyof typeof ACCESS;

/** Whether this visitor may ask for this at all. Rule PER3. */
export function mayAsk(visitor: Visitor, action: Action): boolean {
  const allowed: readonly Visitor[] = ACCESS[action];
  return allowed.includes(visitor);
}
