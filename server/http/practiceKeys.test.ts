import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { ClipKey } from '#shared/protocol/practice.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import { CLIP_FILES, CLIPS_FOLDER, createPracticeClips } from '#server/practice/practiceClips.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf, ROUTES } from '#shared/protocol/http/routes.ts';

const ROOT = join(import.meta.dirname, '../..');
const PUBLIC_FOLDER = join(ROOT, 'client/public');
const ID = '7d1c1a52-3f0e-4c55-9d0e-7a3f2a7f0001';

const clips = await createPracticeClips().offers();
const keys = await Promise.all(
  clips.map(async ({ id }) =>
    ClipKey.parse(JSON.parse(await readFile(join(CLIPS_FOLDER, CLIP_FILES.key(id)), 'utf8'))),
  ),
);

/** Every code of a key with its line, in each text form: as in the file, and as JSON on the wire. */
const codedLines = keys.flatMap(({ lines }) =>
  lines.flatMap(({ text, code }) =>
    code === null ? [] : [{ text: JSON.stringify(text), code: JSON.stringify(code) }],
  ),
);
const isIn = (content: string) => {
  // Films are large, and a file without any code is not a key.
  if (!/"code"\s*:/u.test(content)) return false;
  const close = content.replaceAll(/\s/gu, '');
  return codedLines.some(({ text, code }) => {
    const at = close.indexOf(text.replaceAll(/\s/gu, ''));
    return at >= 0 && close.slice(at, close.indexOf('}', at)).includes(`"code":${code}`);
  });
};

/** The GET paths of this server with their parameters, read from the printed route tree. */
function pathsOf(printed: string): readonly string[] {
  const above: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const [, indent, part, methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]*)\))?/u.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    above.splice(indent.length / 4, Infinity, part);
    return methods.split(', ').includes('GET') ? [above.join('')] : [];
  });
}

/** Where a key could be if it were served as a file. */
const guesses = clips.flatMap(({ id }) => {
  const file = CLIP_FILES.key(id);
  const folders = ['/practice', '/clips', '/server/practice/clips', '/api/practice', pathOf('clips:list')];
  return [
    ...folders.map((folder) => `${folder}/${file}`),
    ...['key', 'lines', '..%2fclips%2f', file].map((end) => `${pathOf('clips:list')}/${id}/${end}`),
    pathOf('clip:film', { clipId: file }),
    pathOf('clip:captions', { clipId: file }),
    `/..%2f..%2fserver/practice/clips/${file}`,
  ];
});

test('[PRA3] nobody gets a line of a key by any route but with the score of a submitted attempt', async () => {
  const { http, ask, auth, aPerson } = await anHttpClinic({ pages: { from: 'folder', folder: PUBLIC_FOLDER } });
  await http.ready();
  const [noor, omar] = [await aPerson('therapist', 'Noor'), await aPerson('therapist', 'Omar')];
  const staff = [noor, await aPerson('supervisor'), await aPerson('admin')];
  const signedIn = await Promise.all(staff.map(async ({ userId }) => cookieFrom(await auth.signInAs(userId))));
  const [opened, submitted] = [randomUUID(), randomUUID()];
  const clipId = clips[0]?.id ?? '';
  const open = (as: Account, attemptId: string) => ask('POST', pathOf('attempt:open'), { attemptId, clipId }, { as });
  const send = (as: Account, attemptId: string, given: readonly object[] = []) =>
    ask('POST', pathOf('attempt:submit', { attemptId }), { given }, { as });

  await open(omar, submitted);
  expect(isIn(JSON.stringify((await send(omar, submitted)).answer))).toBe(true);
  expect(isIn(JSON.stringify((await open(noor, opened)).answer))).toBe(false);

  const paths = pathsOf(http.printRoutes({ commonPrefix: false }));
  expect(paths).toContain(ROUTES['clip:film'].path);
  const urls = paths.flatMap((path) =>
    clips.map(({ id }) =>
      path
        .replaceAll(':clipId', id)
        .replaceAll(':attemptId', opened)
        .replaceAll(/:\w+/gu, ID)
        .replace(/^\/?\*$/u, '/any'),
    ),
  );
  for (const url of new Set([...urls, ...guesses])) {
    for (const cookie of [undefined, ...signedIn]) {
      const { bytes } = await ask('GET', url, undefined, cookie === undefined ? {} : { cookie });
      expect([url, isIn(bytes.toString('utf8'))]).toEqual([url, false]);
    }
  }

  const refused = [
    await send(noor, submitted),
    await send(noor, randomUUID()),
    await send(noor, opened, [{ code: 'ZZZ', at: 0 }]),
    await open(noor, submitted),
    await ask('POST', pathOf('attempt:submit', { attemptId: opened }), { given: [] }),
  ];
  for (const { status, answer } of refused) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(isIn(JSON.stringify(answer))).toBe(false);
  }
});

test('[PRA3] what is served to everybody holds no key and no clip', async () => {
  expect(keys.every((key) => isIn(JSON.stringify(key, null, 2)))).toBe(true);
  const entries = await readdir(PUBLIC_FOLDER, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect([file, isIn(await readFile(file, 'utf8'))]).toEqual([file, false]);
    expect(file).not.toMatch(/\.(webm|vtt|json)$/);
  }
});
