import type { Role } from './people.ts';

/** Whether a member of staff may take part in a session: its lead therapist and any supervisor may. Rule PER2. */
export function mayAttend(
  account: { readonly userId: string; readonly role: Role },
  session: { readonly lead: string },
): boolean {
  if (account.role === 'supervisor') return true;
  return account.role === 'therapist' && account.userId === session.lead;
}
