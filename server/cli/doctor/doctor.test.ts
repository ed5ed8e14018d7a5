import { expect, test } from 'vitest';
import { aDoctor } from './doctor.ts';
import type { Finding } from './finding.ts';

const node: Finding = { name: 'Node', state: 'good', found: '26.1.0' };
const ffmpeg: Finding = { name: 'ffmpeg', state: 'optional', found: 'none', advice: 'Install it.' };
const worker: Finding = { name: 'Media worker', state: 'missing', found: 'none', advice: 'Run set-up.' };

test('an optional part that is missing does not keep Earshot from running', async () => {
  const { code, printed } = await examined([node, ffmpeg]);
  expect(code).toBe(0);
  expect(printed.split('\n')).toEqual([
    '✓ Node    26.1.0',
    '· ffmpeg  none',
    '          → Install it.',
    '',
    'Earshot can run here.',
  ]);
});

test('a required part that is missing does, and comes with advice', async () => {
  const { code, printed } = await examined([node, worker]);
  expect(code).toBe(1);
  expect(printed).toContain('✗ Media worker  none\n                → Run set-up.');
  expect(printed).toContain('Earshot cannot run here yet.');
});

test('the findings are also available as JSON', async () => {
  const { code, printed } = await examined([node, worker], '--json');
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toEqual({ ready: false, findings: [node, worker] });
});

async function examined(findings: readonly Finding[], ...args: string[]) {
  const lines: string[] = [];
  const terminal = { env: {}, print: (line: string) => void lines.push(line), complain: () => undefined };
  const probes = findings.map((finding) => async () => finding);
  const code = await aDoctor(probes).run(args, terminal);
  return { code, printed: lines.join('\n') };
}
