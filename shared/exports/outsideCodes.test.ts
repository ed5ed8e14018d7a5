import { describe, expect, test } from 'vitest';
import { CAREGIVER_B } from '#shared/session/testing/aSession.ts';
import { codeLines } from '#shared/session/review/codeLines.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { aReviewedSession, CODES } from '#shared/session/testing/aReviewedSession.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';
import { made, readBorisFile, readCsv, readEafFile, readVttFile } from './testing/readExports.ts';
import { recordPages } from './recordPages.ts';

/** The reviewed session, with its first praise given while the window is paused, or for the other caregiver. */
function sceneWith(change: { readonly heardAt: number } | { readonly caregiverId: typeof CAREGIVER_B }): ExportScene {
  const scene = aReviewedSession();
  const codes = scene.state.codes.map((entry) => (entry.codeId === CODES.praise ? { ...entry, ...change } : entry));
  return { ...scene, state: { ...scene.state, codes } };
}

describe.each([
  ['while the window is paused', sceneWith({ heardAt: 65_000 })],
  ['in a window of the other caregiver', sceneWith({ caregiverId: CAREGIVER_B })],
])('[WIN2] a code given %s', (_, scene) => {
  const { sessionId, state, program } = scene;

  test('is outside any window in a review, and counted there in the report', () => {
    const outside = codeLines(state, program, { ofCode: new Map(), alone: [] }).filter((line) => line.isOutside);
    expect(outside.map(({ codeId }) => codeId)).toEqual([CODES.praise]);
    expect(reportSession(sessionId, state, program, closedAt(state)).countsOutside).toMatchObject({ LP: 1 });
  });

  test('is marked in every file that has it', () => {
    const rows = readCsv(made('csv', scene)).filter((row) => row['outside'] === 'true');
    expect(rows.map((row) => [row['id'], row['counts']])).toEqual([[CODES.praise, 'false']]);
    const marked = readEafFile(made('eaf', scene)).tiers.filter(({ name }) => name.endsWith('outside any window'));
    expect(marked.flatMap(({ annotations }) => annotations.map(({ code }) => code))).toContain('LP');
    const events = readBorisFile(made('boris', scene)).observations.flatMap((one) => one.events);
    expect(events.filter(({ comment }) => comment.startsWith('outside any window')).map(({ code }) => code)).toContain(
      'LP',
    );
    const cues = readVttFile(made('vtt', scene)).cues.filter(({ text }) => text.includes('outside any window'));
    expect(cues.map(({ text }) => /^<v [^>]*>/u.exec(text)?.[0])).toEqual(['<v Noor, as given>', '<v As reviewed>']);
    const said = recordPages(scene).map((block) => ('text' in block ? block.text : ''));
    expect(said).toContain('LP · Labeled praise 1');
  });
});

test('[WIN2] a code of the coach is never outside a window, because it belongs to the whole session', () => {
  const scene = aReviewedSession();
  const codes = scene.state.codes.map((one) => (one.codeId === CODES.coach ? { ...one, heardAt: 380_000 } : one));
  const rows = readCsv(made('csv', { ...scene, state: { ...scene.state, codes } }));
  expect(rows.filter((row) => row['outside'] === 'true')).toEqual([]);
});
