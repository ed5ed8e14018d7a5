import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { makeTakeFile } from './takeFile.ts';

test('a take’s file that cannot be begun because the disk is full is not left open', async () => {
  const folder = aFolder();
  const any = await open(join(folder, 'any'), 'w');
  const handles: unknown = Object.getPrototypeOf(any);
  await any.close();
  const methods = handles as Pick<typeof any, 'appendFile'>;
  const full = vi.spyOn(methods, 'appendFile').mockRejectedValueOnce(new Error('ENOSPC'));
  await expect(makeTakeFile(join(folder, 'part'))).rejects.toThrow('ENOSPC');
  // A closed handle has no descriptor.
  expect(full.mock.contexts).toMatchObject([{ fd: -1 }]);
  full.mockRestore();
});
