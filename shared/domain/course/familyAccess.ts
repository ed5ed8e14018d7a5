import type { Role } from '../people.ts';

type Account = { readonly userId: string; readonly role: Role };
/** Who made a family's record, and who leads sessions of it. */
export type FamilyStaff = { readonly madeBy: string | undefined; readonly leads: readonly string[] };

/** Whether somebody may read a family's record: its own therapists and supervisors. Rule PER4. */
export function mayReadFamily(account: Account, staff: FamilyStaff): boolean {
  return account.role === 'supervisor' || mayEnterForFamily(account, staff);
}

/** Whether somebody may enter into it: its own therapists, or any while it has none. Rule PER4. */
export function mayEnterForFamily({ userId, role }: Account, { madeBy, leads }: FamilyStaff): boolean {
  if (role !== 'therapist') return false;
  return leads.length === 0 || userId === madeBy || leads.includes(userId);
}
