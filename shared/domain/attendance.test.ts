import { expect, test } from 'vitest';
import { mayAttend } from './attendance.ts';
import { ROLES } from './people.ts';

const session = { lead: 'ida' };

test.for(ROLES.map((role) => [role, role === 'therapist' || role === 'supervisor'] as const))(
  '[PER2] a %s who leads the session may attend it: %s',
  ([role, allowed]) => {
    expect(mayAttend({ userId: 'ida', role }, session)).toBe(allowed);
  },
);

test.for(ROLES.map((role) => [role, role === 'supervisor'] as const))(
  '[PER2] a %s may attend a session of someone else: %s',
  ([role, allowed]) => {
    expect(mayAttend({ userId: 'omar', role }, session)).toBe(allowed);
  },
);
