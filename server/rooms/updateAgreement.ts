import { isDeepStrictEqual } from 'node:util';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ok } from '#shared/protocol/reply.ts';
import { consentChanges } from '#shared/session/consentChanges.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Agreed } from '#server/families/agreements.ts';
import type { SessionActor } from '#server/sessions/sessionActor.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

/**
 * Brings the session's log up to date with the family's record: always its consents and whether time-out is
 * contraindicated, and, until something was coded, everything that is agreed and the family's level. Rules SEQ9, SEQ13,
 * LVL1, CNS4.
 */
export async function updateAgreement(
  record: SessionRecord,
  actor: SessionActor,
  { agreedOf }: { readonly agreedOf: (record: SessionRecord) => Promise<Agreed> },
): Promise<void> {
  if (actor.state().phase === 'closed') return;
  const agreed = await agreedOf(record);
  const { table, today } = agreed.consents;
  await actor.apply((state) => {
    if (state.phase === 'closed') return ok([]);
    return ok([...agreementChanges(agreed, state), ...consentChanges(state, table, today)]);
  });
}

function agreementChanges(
  { timeOut, level }: Pick<Agreed, 'timeOut' | 'level'>,
  state: SessionState,
): readonly FactDraft[] {
  const { contraindicated, ...rest } = timeOut;
  const isKnown = state.timeOut.contraindicated?.at === contraindicated?.at;
  const { backup, signedBy, houseRules, roomWarningGiven } = state.timeOut;
  const isSame = isDeepStrictEqual(
    { ...rest, level: level ?? undefined },
    { backup, signedBy, houseRules, roomWarningGiven, level: state.level },
  );
  const isOpen = state.windows.length === 0 && state.codes.length === 0 && !isSame;
  if (isKnown && !isOpen) return [];
  const agreed = isOpen ? { ...rest, level } : undefined;
  return [{ type: 'contraindication.changed', by: 'server', contraindicated, ...(agreed && { agreed }) }];
}
