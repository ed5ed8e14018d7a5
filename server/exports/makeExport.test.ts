import { expect, test, vi } from 'vitest';
import { EXPORT_FORMATS } from '#shared/domain/exports/exportFormats.ts';
import { aReviewedSession, PLAIN_WORDS } from '#shared/session/testing/aReviewedSession.ts';
import { exportContent } from './exportContent.ts';
import { makeExport } from './makeExport.ts';

const spied = vi.hoisted(() => ({ here: [] as string[] }));
vi.mock('#shared/exports/textExport.ts', async (importActual) => {
  const { textExport } = await importActual<{ textExport: (format: string, ...rest: unknown[]) => unknown }>();
  return { textExport: (format: string, ...rest: unknown[]) => (spied.here.push(format), textExport(format, ...rest)) };
});
vi.mock('#shared/exports/recordPages.ts', async (importActual) => {
  const { recordPages } = await importActual<{ recordPages: (scene: unknown) => unknown }>();
  return { recordPages: (scene: unknown) => (spied.here.push('pdf'), recordPages(scene)) };
});

test.for(EXPORT_FORMATS)('%s is made in a thread of its own and is the same as when made here', async (format) => {
  spied.here.length = 0;
  const scene = aReviewedSession(PLAIN_WORDS);
  const made = await makeExport(format, scene, {});
  expect(spied.here).toEqual([]);
  const here = await exportContent({ format, scene, choice: {} });
  expect(spied.here).toEqual([format]);
  if (!made.ok || !here.ok) throw new Error('Every format can be made of this session.');
  expect(made.value.content.equals(Buffer.from(here.value))).toBe(true);
});

test('an export that cannot be made gives the same reason with and without a thread', async () => {
  const scene = aReviewedSession(PLAIN_WORDS);
  const choice = { coder: 'nobody' };
  const made = await makeExport('transcript', scene, choice);
  expect(made.ok).toBe(false);
  expect(made).toEqual(await exportContent({ format: 'transcript', scene, choice }));
});
