import { sql } from 'kysely';

/** A condition on `auth_user`: its person may sign in. */
export const isNotDeactivated = sql<boolean>`coalesce(auth_user.deactivated, 0) = 0`;
