import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aCoding } from '#shared/domain/reliability/testing/aCoding.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';

const REFERENCE =
  '2.0 LP, 6.5 BD, 10.0 RF, 14.0 QU, 19.0 LP, 23.5 UP, 30.0 BD, 34.0 TA, 40.0 DC, 47.0 LP, 52.0 RF, 58.0 BD';
const TRAINEE =
  '2.6 LP, 7.4 BD, 11.2 RF, 14.9 QU, 19.8 UP, 24.1 UP, 34.8 TA, 36.0 TA, 40.9 IC, 47.7 LP, 52.9 RF, 58.8 BD';

function transcript(words: string, changed: object = {}) {
  const events = aCoding(words).map((event, index) => ({ id: `e${index}`, ...event }));
  return { format: 'earshot-transcript/1', programme: 'pcit', criteria: 'pcit-2011', windows: [], events, ...changed };
}

describe('the worked example', () => {
  test('[REL2] [REL3] is printed as one JSON object with its keys in order, and nothing else', async () => {
    const { code, printed, complained } = await compare(transcript(REFERENCE), transcript(TRAINEE));
    expect({ code, complained, lines: printed.length }).toEqual({ code: 0, complained: [], lines: 1 });
    expect(printed[0]).toMatch(
      /^{"agreements":9,"substitutions":2,"omissions":1,"commissions":1,"eventAgreement":0\.692307692,"countAgreement":0\.6,"kappaMatched":0\.786407767,"kappaWithNil":0\.648994516,"lagMs":0,"perCode":{.*},"confusion":{.*},"stretches":null,"windows":{.*},"outside":{.*}}$/,
    );
  });

  test('[REL3] [REL5] lists every code of the parent, and the rows are the reference’s', async () => {
    const { printed } = await compare(transcript(REFERENCE), transcript(TRAINEE));
    const result: unknown = JSON.parse(printed.join(''));
    const none = { NTA: 0, DC: 0, IC: 0, LP: 0, UP: 0, QU: 0, IQ: 0, DQ: 0, RF: 0, BD: 0, TA: 0, NIL: 0 };
    expect(result).toMatchObject({
      perCode: {
        LP: {
          reference: 3,
          trainee: 2,
          agreements: 2,
          agreement: 0.666666667,
          countAgreement: 0.666666667,
          kappa: null,
        },
        NTA: { reference: 0, trainee: 0, agreements: 0, agreement: null, countAgreement: null, kappa: null },
      },
      confusion: { LP: { ...none, LP: 2, UP: 1 }, BD: { ...none, BD: 2, NIL: 1 }, NTA: none, NIL: { ...none, TA: 1 } },
    });
  });

  test.for([
    [['--lag', 'auto'], '"agreements":9,', '"lagMs":800'],
    [['--tolerance', '1000'], '"agreements":8,', '"lagMs":0'],
    [['--tolerance=1000', '--lag=auto'], '"agreements":9,', '"lagMs":800'],
  ] as const)('[REL1] [REL4] uses %j', async ([options, ...found]) => {
    const { printed } = await compare(transcript(REFERENCE), transcript(TRAINEE), ...options);
    for (const piece of found) expect(printed[0]).toContain(piece);
  });
});

test('two empty records have no figures', async () => {
  const { code, printed } = await compare(transcript(''), transcript(''));
  expect(code).toBe(0);
  expect(printed[0]).toContain('"eventAgreement":null,"countAgreement":null,"kappaMatched":null,"kappaWithNil":null');
});

test('[TRN2] every fault of either file is reported with the file and the place, and nothing is printed', async () => {
  const broken = transcript('', { events: [{ id: 'e', at: 0.5, code: 'XX' }] });
  const { code, printed, complained } = await compare(broken, transcript(TRAINEE, { criteria: 'pcit-1999' }));
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  const told = ['reference.json: $.events[0].at', 'reference.json: $.events[0].code', 'trainee.json: $.criteria'];
  expect(complained).toHaveLength(told.length);
  told.forEach((place, index) => expect(complained[index]).toContain(place));
});

test('[REL9] codes of different programs are not compared', async () => {
  const other = transcript('', { programme: 'cfpt', criteria: 'cfpt-1' });
  const { code, printed, complained } = await compare(transcript(REFERENCE), other);
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complained.join()).toMatch(/different programs.*“pcit” \(pcit-2011\).*“cfpt” \(cfpt-1\)/);
});

test.for([
  [],
  ['one.json'],
  ['one.json', 'two.json', 'three.json'],
  ['/no/such/file.json', '.'],
  ['one.json', 'two.json', '--tolerance', 'soon'],
  ['one.json', 'two.json', '--tolerance', '1.5'],
  ['one.json', 'two.json', '--tolerance=-1'],
  ['one.json', 'two.json', '--lag', 'some'],
  ['one.json', 'two.json', '--loudly'],
])('reliability %j is refused', async (args) => {
  const { code, printed, complained } = await typed(...args);
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complained).not.toEqual([]);
});

function compare(reference: object, trainee: object, ...options: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'earshot-reliability-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files = { reference, trainee };
  const names = Object.entries(files).map(([name, content]) => {
    const file = join(root, `${name}.json`);
    writeFileSync(file, JSON.stringify(content));
    return file;
  });
  return typed(...names, ...options);
}

async function typed(...args: string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const terminal = {
    env: {},
    print: (line: string) => void printed.push(line),
    complain: (line: string) => void complained.push(line),
  };
  const code = await runCommand(commands, ['reliability', ...args], terminal);
  return { code, printed, complained };
}
