import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandName } from '#shared/domain/permissions.ts';
import { ACTOR_KINDS } from '#shared/protocol/access/actors.ts';
import { commandCells } from '#shared/protocol/access/cells.ts';
import { toldTo } from '#shared/protocol/access/commandAccess.ts';
import { aClinicOfActors } from './testing/aClinicOfActors.ts';
import { sendEveryCommand, type SentCommand } from './testing/sendEveryCommand.ts';

/** These name something that a real browser would have made or been told of before, and does not exist here. */
const NAMES_NOTHING: readonly CommandName[] = [
  ...(['ear-check:listened', 'ear-check:confirm', 'window:rate'] as const),
  ...(['media:connect-transport', 'media:restart-ice', 'media:produce', 'media:resume'] as const),
];

/** What a reply says, in the words of the table. */
function saidBy({ code, name }: SentCommand): string {
  if (code === undefined) return 'done';
  if (code === 'not-allowed') return 'not allowed';
  if (code === 'not-joined') return 'over';
  if (code === 'not-found' || code === 'invalid') return NAMES_NOTHING.includes(name) ? 'done' : 'not now';
  return code === 'not-now' ? 'not now' : code;
}

function isRight(sent: SentCommand): boolean {
  const { place, name } = sent;
  if (place === 'outside') return sent.code === 'none';
  const [said, told] = [saidBy(sent), toldTo(place, name)];
  // Where nothing was coded, there is no window to rate.
  return said === told || (name === 'window:rate' && told === 'not now' && sent.code === 'invalid');
}

describe('every command, sent by everybody over a real socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  let sent: readonly SentCommand[] = [];

  beforeAll(async () => {
    sent = await sendEveryCommand(await aClinicOfActors(folder));
    const { COMMANDS_REPORT: report } = process.env;
    if (report !== undefined) await writeFile(report, `${JSON.stringify(reportOf(sent), null, 1)}\n`);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('[PER1] [PER2] [PER5] is answered, refused or ignored as the tables of permissions say', () => {
    expect(sent.filter((one) => !isRight(one))).toEqual([]);
  });

  test('tries as many cells as docs/PERMISSIONS.md says', () => {
    expect(sent.length).toBe(commandCells());
    const cells = sent.map(({ actor, name, place }) => JSON.stringify([actor, name, place]));
    expect(new Set(cells).size).toBe(sent.length);
  });

  test('changes nothing where it is not done', () => {
    expect(sent.filter((one) => one.changed && one.code !== undefined)).toEqual([]);
  });
});

/** How many cells were tried, by who came, and which were wrong. */
function reportOf(all: readonly SentCommand[]) {
  return {
    tried: all.length,
    done: all.filter(({ code }) => code === undefined).length,
    byKind: ACTOR_KINDS.map(({ says, actors }) => ({ says, tried: all.filter(({ actor }) => actor in actors).length })),
    wrong: all.filter((one) => !isRight(one)),
  };
}
