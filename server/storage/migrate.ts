import { Migrator, type Migration } from 'kysely/migration';
import * as clinic from './migrations/0001-clinic.ts';
import * as course from './migrations/0002-course.ts';
import * as clinicProgrammes from './migrations/0003-clinic-programmes.ts';
import * as recordings from './migrations/0004-recordings.ts';
import * as safetySheets from './migrations/0005-safety-sheets.ts';
import * as clinicSettings from './migrations/0006-clinic-settings.ts';
import * as presses from './migrations/0007-presses.ts';
import * as practiceAttempts from './migrations/0008-practice-attempts.ts';
import * as practiceOpenings from './migrations/0009-practice-openings.ts';
import * as programSpelling from './migrations/0010-program-spelling.ts';
import * as deactivatedAccounts from './migrations/0011-deactivated-accounts.ts';
import * as accessChanges from './migrations/0012-access-changes.ts';
import * as teams from './migrations/0013-teams.ts';
import * as accountLinks from './migrations/0014-account-links.ts';
import * as secondFactors from './migrations/0015-second-factors.ts';
import * as familyKeys from './migrations/0016-family-keys.ts';
import * as linkStates from './migrations/0017-link-states.ts';
import * as secondFactorEnds from './migrations/0018-second-factor-ends.ts';
import * as passkeys from './migrations/0019-passkeys.ts';
import * as audit from './migrations/0020-audit.ts';
import * as erasures from './migrations/0021-erasures.ts';
import * as retention from './migrations/0022-retention.ts';
import * as sessionModels from './migrations/0023-session-models.ts';
import * as sessionLists from './migrations/0024-session-lists.ts';
import * as courseOverviews from './migrations/0025-course-overviews.ts';
import * as coderComparisons from './migrations/0026-coder-comparisons.ts';
import * as nodes from './migrations/0027-nodes.ts';
import * as factPages from './migrations/0028-fact-pages.ts';
import * as jobs from './migrations/0029-jobs.ts';
import * as serverFigures from './migrations/0030-server-figures.ts';
import type { Db } from './db.ts';
import { engineOf } from './engineOf.ts';
import { PostgresTypes } from './migrations/postgresTypes.ts';

/** In the order in which they run. A released migration is never changed: a change is a new migration. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-clinic': clinic,
  '0002-course': course,
  '0003-clinic-programmes': clinicProgrammes,
  '0004-recordings': recordings,
  '0005-safety-sheets': safetySheets,
  '0006-clinic-settings': clinicSettings,
  '0007-presses': presses,
  '0008-practice-attempts': practiceAttempts,
  '0009-practice-openings': practiceOpenings,
  '0010-program-spelling': programSpelling,
  '0011-deactivated-accounts': deactivatedAccounts,
  '0012-access-changes': accessChanges,
  '0013-teams': teams,
  '0014-account-links': accountLinks,
  '0015-second-factors': secondFactors,
  '0016-family-keys': familyKeys,
  '0017-link-states': linkStates,
  '0018-second-factor-ends': secondFactorEnds,
  '0019-passkeys': passkeys,
  '0020-audit': audit,
  '0021-erasures': erasures,
  '0022-retention': retention,
  '0023-session-models': sessionModels,
  '0024-session-lists': sessionLists,
  '0025-course-overviews': courseOverviews,
  '0026-coder-comparisons': coderComparisons,
  '0027-nodes': nodes,
  '0028-fact-pages': factPages,
  '0029-jobs': jobs,
  '0030-server-figures': serverFigures,
};

/** Whether every migration has run. Changes nothing. */
export async function isMigrated(db: Db): Promise<boolean> {
  const migrations = await migratorOf(db).getMigrations();
  return migrations.every(({ executedAt }) => executedAt !== undefined);
}

/** Brings the tables up to date, or up to one migration. Throws if a migration fails, with nothing half done. */
export async function migrate(db: Db, upTo?: string): Promise<void> {
  const migrator = migratorOf(db);
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
}

function migratorOf(db: Db): Migrator {
  const typed = engineOf(db) === 'postgres' ? db.withPlugin(new PostgresTypes()) : db;
  return new Migrator({ db: typed, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
}
