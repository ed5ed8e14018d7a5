import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

/** Since several servers are updated one after the other, the first new one migrates while old ones run. */
const SINCE = '0027';

/** What an old server would stumble over. */
const NOT_YET: readonly (readonly [what: string, RegExp])[] = [
  ['removes a column', /\.dropColumn\(|drop column/iu],
  ['removes a table', /\.dropTable\(|drop table/iu],
  ['renames something', /\.renameColumn\(|\.renameTo\(|rename (?:column|to)/iu],
  ['changes a column', /\.alterColumn\(|\.modifyColumn\(|alter column/iu],
  ['adds a column that old servers do not fill', /alterTable\([^;]*addColumn\([^;]*notNull\(\)(?![^;]*defaultTo)/u],
  [
    'forbids what was allowed',
    /\.addUniqueConstraint\(|\.addCheckConstraint\(|createIndex\([^;]*\.unique\(\)[^;]*on\('(?!nodes)/u,
  ],
];

const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => /^\d{4}-/u.test(file) && file > SINCE);

test.for(files.toSorted())('%s leaves servers of the version before it working', (file) => {
  const code = readFileSync(join(import.meta.dirname, file), 'utf8');
  expect(NOT_YET.filter(([, sign]) => sign.test(code)).map(([what]) => what)).toEqual([]);
});

test('the signs are found where they are', () => {
  const former = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => basename(file) < SINCE);
  const code = former.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  expect(NOT_YET.filter(([, sign]) => sign.test(code)).length).toBeGreaterThan(2);
});
