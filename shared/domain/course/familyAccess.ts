import type { Role } from '../people.ts';

type Account = { readonly userId: string; readonly role: Role };
/** Who created a family's record, and who leads its sessions. */
export type FamilyStaff = { readonly madeBy: string | undefined; readonly leads: readonly string[] };

/** Whether a person may read a family's record: its own therapists and supervisors may. Rule PER4. */
export function mayReadFamily(account: Account, staff: FamilyStaff): boolean {
  return account.role === 'supervisor' || mayEnterForFamily(account, staff);
}

/** Whether a person may change it: its own therapists may, or any therapist while it has none. Rule PER4. */
export function mayEnterForFamily({ userId, role }: Account, { madeBy, leads }: FamilyStaff): boolean {
  if (role !== 'therapist') return false;
  return leads.length === 0 || userId === madeBy || leads.includes(userId);
}
