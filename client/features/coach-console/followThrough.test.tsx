// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { CODING, CODING_PDI, openConsole, pad, press } from './testing/openConsole.tsx';

const codesOf = (live: ReturnType<typeof aLiveSession>) =>
  live.getSnapshot().unsent.map((one) => (one.kind === 'code' ? one.code : one.kind));
const following = () => screen.getByRole('region', { name: 'Following through' });

test('[SEQ1] a direct command opens the panel under the pad, and the child’s answers are offered with their keys', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  expect(screen.queryByRole('region', { name: 'Following through' })).toBeNull();
  press('d');
  expect(within(following()).getByRole('heading', { name: 'Command given' })).toBeTruthy();
  expect(within(following()).getByText('The child’s turn')).toBeTruthy();
  for (const name of [/Complied/, /Did not comply/, /No chance to comply/, /Stopped/])
    expect(within(following()).getByRole('button', { name })).toBeTruthy();
  expect(within(pad()).getByRole('button', { name: 'LP, Labeled praise, 0 times' })).toBeTruthy();
});

test('[SEQ2] keys lead from refusal to warning, and praise ends it', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  for (const key of ['d', 'x', 'k', 'c', 'l']) press(key);
  expect(codesOf(live)).toEqual(['DC', 'NC', 'WARN', 'CO', 'LP']);
  expect(screen.getByText('Last command: followed through')).toBeTruthy();
});

test('[SEQ1] the child’s answers have no keys before a command, or in phases without command sequences', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  press('c');
  press('x');
  expect(codesOf(live)).toEqual([]);
  act(() => live.set(aLiveSession(CODING).getSnapshot()));
  press('d');
  press('c');
  expect(codesOf(live)).toEqual(['DC']);
});

test('[SEQ10] the stop key is there at every step while a command is followed through', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  for (const key of ['d', 'x', 'k', 'x', 'k', 'k']) {
    press(key);
    expect(within(following()).getByRole('button', { name: /Stopped/ })).toBeTruthy();
  }
  expect(within(following()).getByRole('heading', { name: 'On the chair' })).toBeTruthy();
  press('j');
  expect(codesOf(live).at(-1)).toBe('STOP');
  expect(screen.getByText('Last command: stopped, does not count')).toBeTruthy();
});

test('one key sends the parent what to say next', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  press('d');
  press('c');
  press('m');
  const { text } = live.asked[0]!.input as { text: string };
  expect(text).toBe(PCIT.phases[1]?.sequence?.says.find(({ step }) => step === 'praise')?.say);
});

test('the end of a clock is said aloud, and shown', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  press('d');
  expect(screen.getByRole('status').textContent).toContain('Command given. The child’s turn.');
  live.setNow(live.now() + 5_001);
  act(() => void vi.advanceTimersByTime(5_001));
  expect(within(following()).getByText('Time is up')).toBeTruthy();
  expect(within(following()).getByText('You decide')).toBeTruthy();
});

test('[SEQ11] closing in the middle asks for confirmation and says where the sequence is', async () => {
  const live = aLiveSession(CODING_PDI);
  const { asked } = await openConsole(live);
  for (const key of ['d', 'x', 'k', 'x', 'k', 'k']) press(key);
  const hold = (name: RegExp) => {
    fireEvent.click(screen.getByRole('button', { name }), { detail: 0 });
    fireEvent.click(screen.getByRole('button', { name }), { detail: 0 });
  };
  hold(/Close session/);
  expect(asked()).toEqual([]);
  expect(screen.getByText(/at this step: On the chair/)).toBeTruthy();
  hold(/Close during the time-out/);
  expect(live.asked).toEqual([{ name: 'session:close', input: { inSequence: true } }]);
});

test('[PDI3] Z says that the last direct command was not effective, and undoes that', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  press('d');
  press('z');
  expect(live.getSnapshot().unsent.at(-1)).toMatchObject({ kind: 'judge', effective: false });
  expect(within(screen.getByRole('region', { name: 'Last codes' })).getByText('not effective')).toBeTruthy();
  press('z');
  expect(live.getSnapshot().unsent.at(-1)).toMatchObject({ kind: 'judge', effective: true });
});

test('[SEQ13] if set during a window, no key and no text leads to time-out anymore, and the console says why', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  for (const key of ['d', 'x']) press(key);
  expect(within(following()).getByRole('heading', { name: 'Warn once' })).toBeTruthy();
  const contraindicated = { reason: 'Was locked up once.', by: 'Noor', at: '2026-11-02T09:00:00.000Z' };
  act(() => live.happen({ type: 'contraindication.changed', by: 'server', contraindicated }));
  expect(screen.getByText('No time-out.').parentElement?.textContent).toMatch(/Was locked up once\..*let it go/i);
  expect(within(following()).getByRole('heading', { name: 'No time-out' })).toBeTruthy();
  for (const key of ['k', 'x', 'k', 'k', 'v']) press(key);
  expect(codesOf(live)).toEqual(['DC', 'NC', 'DC', 'NC', 'DC']);
});

test('[LVL1] while commands are coded, the console shows the family’s command level', async () => {
  const live = aLiveSession(CODING_PDI);
  await openConsole(live);
  expect(screen.getByText('Play commands, not at home yet')).toBeTruthy();
  act(() => live.set({ session: { ...live.getSnapshot().session, level: 'real-life' } }));
  expect(screen.getByText('Real-life commands')).toBeTruthy();
  act(() => live.set(aLiveSession(CODING).getSnapshot()));
  expect(screen.queryByText(/not at home yet|Real-life/)).toBeNull();
});

test('[PDI2] an uncoded answer is shown as open, on the strip and at the next command', async () => {
  await openConsole(aLiveSession(CODING_PDI));
  const strip = within(screen.getByRole('region', { name: 'Last codes' }));
  press('d');
  expect(strip.queryByText('open')).toBeNull();
  press('d');
  expect(strip.getAllByText('open: the child’s answer was not coded')).toHaveLength(1);
  expect(within(following()).getByText(/The child’s answer to the previous command was not coded/)).toBeTruthy();
  press('c');
  expect(within(following()).queryByText(/was not coded/)).toBeNull();
});

test('[PDI2] an answer that was coded leaves nothing open', async () => {
  await openConsole(aLiveSession(CODING_PDI));
  for (const key of ['d', 'c', 'l', 'd']) press(key);
  expect(screen.queryByText(/was not coded/)).toBeNull();
});
