import type { UnsentPress } from '#client/api/outbox.ts';
import type { LiveView } from '#client/api/liveView.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { PromptOutcome } from '#shared/session/sessionState.ts';
import { knockingDevices } from './participants.ts';

/** An event to announce. Codes are not: they come four times a second. */
type Announcement =
  | { readonly type: 'phase'; readonly phase: Phase }
  | { readonly type: 'knock'; readonly name: string }
  | { readonly type: 'prompt'; readonly outcome: PromptOutcome; readonly text: string }
  | { readonly type: 'refused'; readonly press: UnsentPress; readonly message: string };

/** What changed between two views of the session and should be announced. */
export function changesToAnnounce(before: LiveView, after: LiveView): readonly Announcement[] {
  return [
    ...phaseChange(before, after),
    ...newKnocks(before, after),
    ...deliveries(before, after),
    ...refusals(before, after),
  ];
}

function phaseChange(before: LiveView, { session }: LiveView): readonly Announcement[] {
  return before.session.phase === session.phase ? [] : [{ type: 'phase', phase: session.phase }];
}

function newKnocks(before: LiveView, after: LiveView): readonly Announcement[] {
  const known = new Set(knockingDevices(before.session).map(({ participantId }) => participantId));
  return knockingDevices(after.session)
    .filter(({ participantId }) => !known.has(participantId))
    .map(({ name }) => ({ type: 'knock', name }));
}

function deliveries(before: LiveView, after: LiveView): readonly Announcement[] {
  if (before.session.prompts === after.session.prompts) return [];
  const known = new Map(before.session.prompts.map((prompt) => [prompt.promptId, prompt.deliveries]));
  return after.session.prompts.flatMap(({ promptId, deliveries: now, text }) =>
    Object.entries(now)
      .filter(([device]) => !(device in (known.get(promptId) ?? {})))
      .map(([, outcome]) => ({ type: 'prompt' as const, outcome, text })),
  );
}

function refusals(before: LiveView, after: LiveView): readonly Announcement[] {
  return after.refused.slice(before.refused.length).map(({ press, message }) => ({ type: 'refused', press, message }));
}
