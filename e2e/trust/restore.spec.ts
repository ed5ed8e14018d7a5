import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { backupsIn } from '#server/cli/backup/backupFolder.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { INVENTED_FAMILIES, INVENTED_STAFF } from '../invented.ts';
import { test } from '../story.ts';
import { addFamily, addPerson, makeFirstAdmin, post, signIn } from './realClinic.ts';
import { leftOf, storedBytes } from './storedBytes.ts';

/** The families: one that stays, and one that is erased after the first backup. */
const { marlowe: KEPT, quetzalbrink: ERASED } = INVENTED_FAMILIES;

test.use({ server: { isEmpty: true } });

test('[KEY4] [ERA6] after the data folder is lost, a restored clinic has its records, and not the family that was erased since the backup', async ({
  earshot,
  people,
}) => {
  const { url, dataFolder } = earshot;
  const apart = await mkdtemp(join(tmpdir(), 'earshot-backups-'));
  const [backups, keys] = [join(apart, 'backups'), join(apart, 'keys')];
  const runEarshot = (...args: readonly string[]) =>
    execFileSync(process.execPath, ['server/cli/main.ts', ...args], {
      env: { ...process.env, EARSHOT_DATA: dataFolder },
    }).toString();
  const [{ page: admin }, { page: therapist }] = [await people.invite('nothing'), await people.invite('nothing')];
  await makeFirstAdmin(admin, earshot);
  const noor = await addPerson(admin, therapist, earshot, INVENTED_STAFF.noor);
  const { familyId: keptId } = await addFamily(therapist, earshot, KEPT);
  const { familyId } = await addFamily(therapist, earshot, ERASED);
  const [kept, erased] = [storedBytes(dataFolder, keptId), storedBytes(dataFolder, familyId)];
  expect(erased).not.toEqual([]);
  expect(leftOf(dataFolder, erased)).toEqual(erased);

  try {
    await test.step('a backup is made while the server runs, a family is erased, and another backup is made', async () => {
      expect(runEarshot('backup', backups, '--keys', keys)).toMatch(/^Backed up/);
      await post(therapist, url + pathOf('erasure:request'), { familyId, reason: 'family-asked' });
      await post(admin, url + pathOf('erasure:confirm'), { familyId });
      runEarshot('backup', backups, '--keys', keys);
      expect(runEarshot('backup', 'verify', backups)).toMatch(/is whole/);
    });

    await test.step('the data folder is lost, and restored from the first backup', async () => {
      await earshot.kill();
      await rm(dataFolder, { recursive: true });
      const [first = ''] = await backupsIn(backups);
      expect(runEarshot('restore', backups, '--to', dataFolder, '--backup', first)).toMatch(/still erased: 1 family/);
      await cp(keys, dataFolder, { recursive: true });
      await earshot.start();
    });

    await test.step('the therapist signs in with both steps and finds the record, and the erased family nowhere', async () => {
      await therapist.goto(`${url}/families`);
      await signIn(therapist, noor);
      const record = therapist.getByRole('link', { name: `Progress of ${KEPT.name}` });
      await expect(record).toBeVisible();
      await expect(therapist.getByText(ERASED.name)).toHaveCount(0);
      await record.click();
      await expect(therapist.getByRole('heading', { name: 'Record', exact: true })).toBeVisible();
      await expect(therapist.getByText(KEPT.caregiverNames[0]).first()).toBeVisible();
      await therapist.goto(`${url}/families/${familyId}`);
      await expect(therapist.getByText('This was not found.', { exact: false })).toBeVisible();
    });
    expect(leftOf(dataFolder, kept)).toEqual(kept);
    expect(leftOf(dataFolder, erased)).toEqual([]);
  } finally {
    await rm(apart, { recursive: true, force: true });
  }
});
