import { ok } from '#shared/protocol/reply.ts';
import type { AlarmClock } from '#shared/session/alarm.ts';
import { promptsOver } from '#shared/session/sequence/promptsOver.ts';
import type { Decide, SessionActor } from '#server/sessions/sessionActor.ts';

type PromptKeeperPorts = {
  readonly actor: Pick<SessionActor, 'state' | 'now' | 'insist'>;
  readonly clock: AlarmClock;
};

export type PromptKeeper = { readonly sync: () => void; readonly close: () => void };

/** Removes a prompt from the family's screens when its sequence step is over, by a code or its clock. Rule PRM2. */
export function createPromptKeeper({ actor, clock }: PromptKeeperPorts): PromptKeeper {
  let cancel: (() => void) | undefined;
  let isClosed = false;

  function sync() {
    cancel?.();
    cancel = undefined;
    const state = actor.state();
    if (isClosed || state.phase === 'closed') return;
    const { over, nextAt } = promptsOver(state, actor.now());
    if (over.length > 0) actor.insist(withdrawPrompts);
    if (nextAt !== undefined) cancel = clock.callAt(nextAt, sync);
  }

  return {
    sync,
    close() {
      isClosed = true;
      cancel?.();
    },
  };
}

const withdrawPrompts: Decide = (state, now) =>
  ok(promptsOver(state, now).over.map((promptId) => ({ type: 'prompt.withdrawn', by: 'server', promptId })));
