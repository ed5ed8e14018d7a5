import { createServer } from 'node:http';
import { sql } from 'kysely';
import { Server } from 'socket.io';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FamilyId } from '#shared/protocol/ids.ts';
import { aDatabase, aDatabasePlace } from '#server/storage/testing/aDatabase.ts';
import type { Notice } from './notices.ts';
import { openNoticeAdapter } from './openNoticeAdapter.ts';
import { createSocketNotices } from './socketNotices.ts';

const NOTICE: Notice = { what: 'family-erased', familyId: FamilyId.parse('0d8dbeec-93c1-4b58-8a0e-2b1f6f2f0a7e') };

function aNode(place: string) {
  const report = vi.fn<(error: unknown) => void>();
  const { adapter, close } = openNoticeAdapter(place, report);
  const server = new Server(createServer(), { adapter });
  onTestFinished(async () => {
    await server.close();
    await close();
  });
  const notices = createSocketNotices();
  notices.connect(server);
  const heard = vi.fn<(notice: Notice) => void>();
  notices.onTold(heard);
  return { notices, heard, report };
}

test('notices pass again after the database lost every connection, each time', async () => {
  const place = await aDatabasePlace();
  const db = await aDatabase(place);
  const [one, other] = [aNode(place), aNode(place)];
  async function expectToPass() {
    for (const [teller, hearer] of [[one, other] as const, [other, one] as const]) {
      hearer.heard.mockClear();
      // The adapter listens again within three seconds. What is told before is lost.
      const heard = () => {
        teller.notices.tell(NOTICE);
        expect(hearer.heard).toHaveBeenCalledWith(NOTICE);
      };
      await vi.waitFor(heard, { timeout: 30_000, interval: 100 });
    }
  }
  await expectToPass();
  for (let time = 0; time < 2; time += 1) {
    one.report.mockClear();
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'earshot notices'
    `.execute(db);
    await vi.waitFor(() => expect(one.report).toHaveBeenCalled());
    await expectToPass();
  }
});
