import type { Programme } from '#shared/domain/programmes/programme.ts';
import { NO_TIME_OUT_SETTINGS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, SESSION, UNTIL_CHECK_IN } from '../aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import type { ExportScene } from './exportScene.ts';

/** How long each window of such a session is, in ms, and how far the codes in it are apart. */
const WINDOW_MS = 300_000;
const STEP_MS = 1_500;

/** Builder for tests: a closed session of a programme with a window of each of its phases, coded as told, a list for each. */
export function aCodedSession(
  programme: Programme,
  coded: readonly (readonly string[])[],
  timeOut: TimeOutSettings = NO_TIME_OUT_SETTINGS,
): ExportScene {
  const opened = aFact.opened({ programme: programme.id, programmeVersion: programme.version, timeOut });
  const windows = programme.phases.flatMap(({ id: kind }, index) => {
    const from = 10_000 + index * (WINDOW_MS + 10_000);
    const windowId = aFact.windowId(index + 1);
    const start = { windowId, kind, caregiverId: CAREGIVER_A, lengthMs: WINDOW_MS };
    return [
      { type: 'coding.started', by: LEAD, at: from, ...start } as const,
      ...(coded[index] ?? []).map((code, place) => {
        const heardAt = from + 1_000 + place * STEP_MS;
        const codeId = aFact.codeId(1_000 * (index + 1) + place);
        const given = { codeId, code, caregiverId: CAREGIVER_A, heardAt, pressedAt: heardAt };
        return { type: 'code.recorded', by: LEAD, at: heardAt, ...given } as const;
      }),
      { type: 'coding.finished', by: 'server', at: from + WINDOW_MS, windowId, complete: true } as const,
    ];
  });
  const before = UNTIL_CHECK_IN.map((draft) => ({ ...draft, at: 1_000 }));
  const end = 20_000 + programme.phases.length * (WINDOW_MS + 10_000);
  const after = [
    { type: 'feedback.started', by: LEAD, at: end },
    { type: 'session.closed', by: LEAD, at: end + 1_000 },
  ] as const;
  const drafts: readonly (FactDraft & { readonly at: number })[] = [...before, ...windows, ...after];
  return {
    sessionId: SESSION,
    state: foldFacts([opened, ...drafts.map((draft, index) => ({ ...draft, seq: index + 2 }))]),
    programme,
    exportedBy: 'Ada',
    exportedAt: '2026-11-22T09:30:00.000Z',
    timeZone: 'UTC',
    childInitials: 'T.',
    therapistName: 'Noor',
  };
}
