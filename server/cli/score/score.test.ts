import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

const CODES = ['DC CO LP', 'DC CO LP', 'DC CO UP', 'DC NC WARN CO LP', 'IC CO'].join(' ').split(' ');
const TRANSCRIPT = {
  format: 'earshot-transcript/1',
  programme: 'pcit',
  criteria: 'pcit-2011',
  windows: [
    { id: 'w1', kind: 'cdi', spans: [[500_000, 600_000]] },
    { id: 'w2', kind: 'pdi', spans: [[0, 300_000]] },
  ],
  events: CODES.map((code, index) => ({ id: `e${index}`, at: index * 1_000, code })),
};

test('[PDI1-6] a transcript’s windows are printed as one JSON object, and nothing else', async () => {
  const { code, printed, complained } = await score(fileOf(JSON.stringify(TRANSCRIPT)));
  expect({ code, complained }).toEqual({ code: 0, complained: [] });
  expect(printed).toHaveLength(1);
  expect(JSON.parse(printed.join(''))).toEqual({
    windows: [
      {
        id: 'w1',
        kind: 'cdi',
        codedMs: 100_000,
        counts: { NTA: 0, DC: 0, IC: 0, LP: 0, UP: 0, QU: 0, IQ: 0, DQ: 0, RF: 0, BD: 0, TA: 0 },
        assessable: false,
        mastered: false,
        criteria: [
          { rule: 'CDI1', label: 'Labeled praise', actual: 0, bound: 'at least', goal: 10, met: false },
          { rule: 'CDI2', label: 'Behavior descriptions', actual: 0, bound: 'at least', goal: 10, met: false },
          { rule: 'CDI3', label: 'Reflections', actual: 0, bound: 'at least', goal: 10, met: false },
          {
            rule: 'CDI4',
            label: 'Questions, commands and negative talk',
            actual: 0,
            bound: 'at most',
            goal: 3,
            met: true,
          },
        ],
      },
      {
        id: 'w2',
        kind: 'pdi',
        codedMs: 300_000,
        counts: { NTA: 0, DC: 4, IC: 1, LP: 3, UP: 1, QU: 0, IQ: 0, DQ: 0, RF: 0, BD: 0, TA: 0 },
        commands: 5,
        effective: 4,
        followUpDue: 4,
        followUpCorrect: 3,
        pctEffective: 0.8,
        pctFollowThrough: 0.75,
        assessable: true,
        mastered: true,
        criteria: [
          { rule: 'PDI5', label: 'Direct commands', actual: 4, bound: 'at least', goal: 4, met: true },
          { rule: 'PDI3', label: 'Effective commands', actual: 0.8, bound: 'at least', goal: 0.75, met: true },
          { rule: 'PDI4', label: 'Correct follow-through', actual: 0.75, bound: 'at least', goal: 0.75, met: true },
        ],
      },
    ],
  });
});

test('[TRN2] a byte order mark is ignored; another encoding is refused by name', async () => {
  const text = JSON.stringify(TRANSCRIPT);
  const plain = await score(fileOf(text));
  expect(await score(fileOf(`\ufeff${text}`))).toEqual(plain);
  const { code, printed, complained } = await score(fileOf(Buffer.from(text, 'utf16le')));
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complained.join('')).toContain('UTF-16');
});

test('shares are printed to nine decimals', async () => {
  const events = 'DC CO LP DC CO NTA DC CO NTA'.split(' ').map((code, at) => ({ id: `e${at}`, at, code }));
  const { printed } = await score(fileOf(JSON.stringify({ ...TRANSCRIPT, events })));
  expect(printed.join('')).toContain('"pctFollowThrough":0.333333333,');
});

test.for([
  [
    'a fault',
    JSON.stringify({ ...TRANSCRIPT, events: [{ id: 'e', at: 0.5, code: 'XX' }] }),
    ['$.events[0].at', '$.events[0].code'],
  ],
  ['no JSON', '{', ['$: ']],
  ['nothing', '', ['$: ']],
] as const)('[TRN2] a file with %s is refused with the place, and nothing is printed', async ([, text, places]) => {
  const { code, printed, complained } = await score(fileOf(text));
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complained).toHaveLength(places.length);
  places.forEach((place, index) => expect(complained[index]).toContain(place));
});

test.for([[], ['/no/such/file.json'], ['.'], ['one.json', 'two.json'], ['--loudly', 'one.json']])(
  'score %j is refused',
  async (args) => {
    const { code, printed, complained } = await score(...args);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complained).not.toEqual([]);
  },
);

function fileOf(text: string | Uint8Array): string {
  const root = mkdtempSync(join(tmpdir(), 'earshot-score-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const file = join(root, 'transcript.json');
  writeFileSync(file, text);
  return file;
}

async function score(...args: string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal = {
    env: {},
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const code = await runCommand(commands, ['score', ...args], terminal);
  return { code, printed, complained };
}
