import type { Db } from './db.ts';
import type { ClinicSettingsRecords } from './clinicSettingsRecords.ts';
import { inTransaction } from './inTransaction.ts';

export function sqlClinicSettingsRecords(db: Db): ClinicSettingsRecords {
  return {
    async listClinicSettings() {
      const rows = await db
        .selectFrom('clinic_settings')
        .innerJoin('auth_user', 'auth_user.id', 'clinic_settings.made_by')
        .selectAll('clinic_settings')
        .select('auth_user.name as maker')
        .orderBy('version', 'desc')
        .execute();
      return rows.map(({ version, name, telephone, time_zone: timeZone, maker: madeBy, made_at: madeAt }) => {
        return { version, name, telephone, timeZone, madeBy, madeAt };
      });
    },

    async findClinicSettings() {
      return db
        .selectFrom('clinic_settings')
        .select(['name', 'telephone', 'time_zone as timeZone'])
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    async writeClinicSettings({ name, telephone, timeZone }, by, at) {
      await inTransaction(db, async (transaction) => {
        const last = await transaction
          .selectFrom('clinic_settings')
          .select(({ fn }) => fn.max('version').as('version'))
          .executeTakeFirst();
        await transaction
          .insertInto('clinic_settings')
          .values({
            version: (last?.version ?? 0) + 1,
            name,
            telephone,
            time_zone: timeZone,
            made_by: by,
            made_at: at.toISOString(),
          })
          .execute();
      });
    },
  };
}
