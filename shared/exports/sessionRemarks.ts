import { leadAt } from '#shared/session/sessionState.ts';
import { clockText } from './clockText.ts';
import { agreementText, exportedAgreements } from './exportedAgreements.ts';
import { nameOf } from './exportedCodes.ts';
import { closedAt, type ExportScene } from '#shared/session/exportScene.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** What a session's files say besides its codes, between two session times in ms. */
type Remark = { readonly at: number; readonly until: number; readonly text: string };
type NoteRemark = Remark & { readonly noteId: string; readonly author: ParticipantId };

/** The lead coach's notes, as written. An observer's are supervision and are in no file that can reach the family. */
export function sessionNotes({ state }: ExportScene): readonly NoteRemark[] {
  return state.notes
    .filter(({ author, at }) => leadAt(state, at) === author)
    .map(({ noteId, author, at, text }) => ({ noteId, author, at: Math.round(at), until: Math.round(at), text }));
}

/** When time-out was contraindicated. A follow-through without a chair is then not a fault. Rule SEQ13. */
export function contraindicationRemarks(
  { state }: ExportScene,
  sayName: (name: string) => string = (name) => name,
): readonly Remark[] {
  return state.contraindications.map(({ since, is }, index) => {
    const until = state.contraindications[index + 1]?.since ?? closedAt(state);
    const text =
      is === null
        ? `Time-out was allowed again at ${clockText(since)} of the session.`
        : `Time-out was contraindicated from ${clockText(since)} of the session: ${is.reason} (${sayName(is.by)})`;
    return { at: Math.round(since), until: Math.max(Math.round(since), Math.round(until)), text };
  });
}

/** All remarks as lines, for a format with one place for text. */
export function remarkLines(scene: ExportScene): readonly string[] {
  const { state } = scene;
  return [
    ...contraindicationRemarks(scene).map(({ text }) => text),
    ...sessionNotes(scene).map(
      ({ at, author, text }) => `Note at ${clockText(at)} by ${nameOf(state, author)}: ${text}`,
    ),
    ...exportedAgreements(scene).map((one) => `Agreement, ${agreementText(one, scene)}`),
  ];
}
