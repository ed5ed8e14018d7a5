import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, PARENT, UNTIL_CHECK_IN } from './aSession.ts';

const HOUR_MS = 3_600_000;
const WINDOW_MS = 300_000;
const ROUNDS = 6;
const SAID = {
  cdi: ['LP', 'BD', 'RF', 'UP', 'QU', 'TA', 'BD', 'LP', 'IQ', 'RF'],
  pdi: ['DC', 'CO', 'LP', 'BD', 'IC', 'CO', 'UP', 'DC', 'NC', 'RF'],
} as const;

const isParent = (draft: FactDraft) => draft.type === 'participant.joined' && draft.participantId === PARENT;

/**
 * Builder for tests: the facts of a closed session of an hour with this many codes, in six rounds of a window and
 * coaching. One code in twenty is undone, one in ten is judged, and each window has a gap.
 */
export function aLongSession(codes: number): readonly Fact[] {
  const stepMs = HOUR_MS / codes;
  const drafts: (FactDraft & { readonly at: number })[] = UNTIL_CHECK_IN.map((draft) => ({ ...draft, at: 0 }));
  let given = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [from, kind] = [(round * HOUR_MS) / ROUNDS, round % 2 === 0 ? 'cdi' : 'pdi'] as const;
    const [windowId, window] = [aFact.windowId(round + 1), { kind, caregiverId: CAREGIVER_A, lengthMs: WINDOW_MS }];
    const moments: typeof drafts = [
      { type: 'coding.started', by: LEAD, windowId, ...window, at: from },
      { type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection', at: from + 60_000 },
      ...UNTIL_CHECK_IN.filter(isParent).map((draft) => ({ ...draft, at: from + 61_000 })),
      { type: 'coding.finished', by: 'server', windowId, complete: true, at: from + WINDOW_MS + 1_000 },
    ];
    for (; given * stepMs < from + HOUR_MS / ROUNDS; given += 1) {
      const [codeId, at] = [aFact.codeId(given + 1), Math.round(given * stepMs)];
      const code = SAID[kind][given % 10] ?? 'TA';
      moments.push({
        type: 'code.recorded',
        by: LEAD,
        codeId,
        code,
        caregiverId: CAREGIVER_A,
        heardAt: at,
        pressedAt: at,
        at,
      });
      if (given % 20 === 13) moments.push({ type: 'code.undone', by: LEAD, codeId, at });
      if (given % 10 === 7) moments.push({ type: 'command.judged', by: LEAD, codeId, effective: false, at });
    }
    drafts.push(...moments.toSorted((one, other) => one.at - other.at));
  }
  drafts.push({ type: 'session.closed', by: LEAD, inSequence: true, at: HOUR_MS });
  return [
    aFact.opened({ programVersion: 'pcit-2011-r2' }),
    ...drafts.map((draft, index) => ({ ...draft, seq: index + 2 })),
  ];
}
