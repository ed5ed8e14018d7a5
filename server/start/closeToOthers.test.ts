import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { closeToOthers } from './closeToOthers.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

test.skipIf(process.platform === 'win32')(
  'only one user can open the data folder, the files in it, and files that are written later',
  () => {
    const mask = process.umask(0o022);
    onTestFinished(() => void process.umask(mask));
    const folder = aFolder();
    const [before, after] = [join(folder, 'earshot.sqlite'), join(folder, 'later')];
    writeFileSync(before, 'kept');
    chmodSync(before, 0o644);
    chmodSync(folder, 0o755);

    closeToOthers(folder);
    writeFileSync(after, '');

    expect([folder, before, after].map(modeOf)).toEqual([0o700, 0o600, 0o600]);
    expect(readFileSync(before, 'utf8')).toBe('kept');
  },
);
