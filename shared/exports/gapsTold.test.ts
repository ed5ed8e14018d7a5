import { expect, test } from 'vitest';
import { type GapCause, gapWords } from '#shared/domain/gapCauses.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import {
  aFact,
  CAREGIVER_A,
  LEAD,
  numbered,
  PARENT,
  SESSION,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { sessionLines } from '#shared/session/review/sessionLines.ts';
import { reportSession } from '#shared/session/sessionReport.ts';
import { csvExport } from './csvExport.ts';
import { eafExport } from './eafExport.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';
import { recordPages } from './recordPages.ts';

const SENSES = ['picture', 'sound'] as const;

/** A session whose window had a gap of this length (ms) with these causes. */
function aSceneWithGap(causes: readonly GapCause[], gapMs: number): ExportScene {
  const parent = { participantId: PARENT, name: 'Rivera', role: 'caregiver', device: 'combined' } as const;
  const lose = causes.toReversed().map((cause): FactDraft => {
    if (cause === 'picture' || cause === 'sound')
      return { type: 'sight.lost', by: 'server', what: cause, since: 30_000, why: 'not-shown' };
    const why = cause === 'connection' ? 'connection' : 'left';
    return { type: 'participant.left', by: 'server', participantId: cause === 'coach-left' ? LEAD : PARENT, why };
  });
  const coach = { participantId: LEAD, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
  const returned = SENSES.map((what): FactDraft => ({ type: 'sight.returned', by: 'server', what }));
  const window = { windowId: aFact.windowId(1), kind: 'cdi', caregiverId: CAREGIVER_A, lengthMs: 300_000 };
  const later: readonly (FactDraft & { readonly at: number })[] = [
    ...returned.map((draft) => ({ ...draft, at: 1_000 })),
    { type: 'coding.started', by: LEAD, at: 10_000, ...window },
    ...lose.map((draft) => ({ ...draft, at: 30_000 })),
    { type: 'participant.joined', by: 'server', at: 30_000 + gapMs, ...parent, wearer: CAREGIVER_A },
    { type: 'participant.joined', by: 'server', at: 30_000 + gapMs, ...coach },
    ...returned.map((draft) => ({ ...draft, at: 30_000 + gapMs })),
    { type: 'session.closed', by: LEAD, at: 200_000 },
  ];
  const before = numbered(UNTIL_CHECK_IN);
  const facts = later.map((draft, index) => ({ ...draft, seq: before.length + 2 + index }));
  return {
    sessionId: SESSION,
    state: foldFacts([aFact.opened(), ...before, ...facts]),
    program: PCIT,
    exportedBy: 'Noor',
    exportedAt: '2026-11-22T09:30:00.000Z',
    timeZone: 'UTC',
    childInitials: 'T.',
    therapistName: 'Noor',
  };
}

const ALL: readonly (readonly GapCause[])[] = [
  ['connection'],
  ['picture'],
  ['sound'],
  ['picture', 'sound'],
  ['connection', 'picture'],
  ['connection', 'sound'],
  ['connection', 'picture', 'sound'],
  ['coach-left'],
  ['family-left'],
  ['coach-left', 'family-left'],
  ['coach-left', 'connection'],
  ['coach-left', 'picture'],
];

test.for(ALL.map((causes) => ({ causes })))(
  '[WIN4] report, review and every file with gaps name the causes of a gap that lost $causes',
  ({ causes }) => {
    const scene = aSceneWithGap(causes, 12_000);
    const { state } = scene;
    const words = gapWords([causes]);
    expect(reportSession(SESSION, state, PCIT, 200_000).windows).toMatchObject([
      { standing: 'flagged', voidWhy: null, gaps: [causes], stops: [{ why: 'gap', causes, from: 30_000, to: 42_000 }] },
    ]);
    expect(sessionLines(state).find(({ type }) => type === 'gap')).toMatchObject({ at: 30_000, to: 42_000, causes });
    const pages = recordPages(scene).map((block) => ('text' in block ? block.text : ''));
    expect(pages.join('\n')).toContain(`flagged: ${words} for a while`);
    expect(pages).toContain(`The clock was paused: ${words} 0:30 to 0:42.`);
    expect(eafExport(scene)).toContain(`<ANNOTATION_VALUE>${words}</ANNOTATION_VALUE>`);
    const rows = csvExport(scene).split('\r\n');
    expect(rows.filter((row) => /,(gap|stop:gap),/.test(row)).map((row) => row.includes(words))).toEqual([true, true]);
  },
);

test('[WIN5] a window that gaps made void says what was lost, and not that its lead coach said so', () => {
  const scene = aSceneWithGap(['picture'], 65_000);
  expect(reportSession(SESSION, scene.state, PCIT, 200_000).windows).toMatchObject([
    { standing: 'void', voidWhy: null, gaps: [['picture']] },
  ]);
  const pages = recordPages(scene).map((block) => ('text' in block ? block.text : ''));
  expect(pages.join('\n')).toContain('void, does not count: no picture for too long, or too often');
});
