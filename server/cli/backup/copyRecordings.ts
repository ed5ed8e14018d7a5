import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TakeId } from '#shared/protocol/ids.ts';

/** The takes below a folder of recordings, as `session/take`, and their sizes. */
export async function takesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const takes = new Map<string, number>();
  for (const session of await readdir(folder).catch(() => [])) {
    for (const take of await readdir(join(folder, session)).catch(() => [])) {
      const size =
        TakeId.safeParse(take).success && (await stat(join(folder, session, take)).catch(() => undefined))?.size;
      if (typeof size === 'number') takes.set(`${session}/${take}`, size);
    }
  }
  return takes;
}

/** Copies the takes that are not there yet or have grown: a take only grows. Resolves to what the folder then has. */
export async function copyRecordings(from: string, to: string): Promise<ReadonlyMap<string, number>> {
  const [takes, there] = [await takesIn(from), await takesIn(to)];
  for (const [take, size] of takes) {
    if (there.get(take) === size) continue;
    const [session = '', name = ''] = take.split('/');
    await mkdir(join(to, session), { recursive: true, mode: 0o700 });
    const draft = join(to, session, `draft-${name}.tmp`);
    // An erasure may remove it at this moment.
    const isCopied = await copyFile(join(from, take), draft).then(
      () => true,
      () => false,
    );
    if (isCopied) await rename(draft, join(to, take));
    else await rm(draft, { force: true });
  }
  return takesIn(to);
}
