import { anAuth } from '#server/auth/testing/anAuth.ts';
import { trustProxies } from '#server/network/clientAddress.ts';
import type { Logger } from 'pino';
import type { Records } from '#server/storage/records.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import type { ClinicOfActors } from './aClinicOfActors.ts';
import { anApp } from './anApp.ts';

export type ServerOfActors = Awaited<ReturnType<typeof aServerOfActors>>;

type Parts = {
  readonly log?: Logger;
  /** A step between the server and its records. */
  readonly around?: (records: Records) => Records;
};

/** The whole server on a port of its own, over a copy of the clinic. It believes what clients say their address is. */
export async function aServerOfActors(clinic: ClinicOfActors, { log, around = (same) => same }: Parts = {}) {
  const { db, close } = clinic.copy();
  const [records, auth] = [createSqlRecords(db, keysOf(db)), anAuth(db)];
  const given = { records: around(records), auth, trustsProxy: trustProxies(['127.0.0.1']) };
  const app = await anApp(db, { ...given, ...(log && { log }) });
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...{ clinic, db, records, auth, url, rooms: app.rooms },
    async close() {
      await app.close();
      await close();
    },
  };
}
