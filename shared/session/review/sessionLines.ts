import { ParticipantId } from '#shared/protocol/ids.ts';
import { phaseName } from '../observing.ts';
import { findParticipant, type SessionState, type SessionWindow, startOf } from '../sessionState.ts';
import { gapCausesIn } from '../sight/gapCauses.ts';
import { personIn } from './personIn.ts';
import type { TranscriptLine, TranscriptLineOf } from './transcriptLine.ts';

/** Everything in the session except codes: phases, windows, gaps, voices, prompts and notes. */
export function sessionLines(state: SessionState): readonly TranscriptLine[] {
  return [
    ...phaseLines(state),
    ...windowLines(state),
    ...gapLines(state),
    ...voiceLines(state),
    ...promptLines(state),
  ].concat(noteLines(state));
}

function phaseLines(state: SessionState): readonly TranscriptLine[] {
  return state.phases.map(({ phase, since: at }, index) => {
    return { type: 'phase', key: `phase-${index}`, at, phase: phaseName(state, phase) };
  });
}

function windowLines(state: SessionState): readonly TranscriptLine[] {
  return state.windows.flatMap((window): readonly TranscriptLine[] => {
    const { windowId, kind, voided } = window;
    const from = startOf(window);
    if (from === undefined) return [];
    const caregiverName = caregiverIn(state, window);
    const what = { type: 'window', windowId, kind, caregiverName, voided } as const;
    const began = { ...what, key: `window-${windowId}`, at: from, is: 'began' } as const;
    const to = window.finished ? window.spans.at(-1)?.[1] : undefined;
    return to === undefined ? [began] : [began, { ...what, key: `window-end-${windowId}`, at: to, is: 'ended' }];
  });
}

function caregiverIn({ caregivers }: SessionState, { caregiverId }: Pick<SessionWindow, 'caregiverId'>): string {
  return caregivers.find((one) => one.caregiverId === caregiverId)?.name ?? '';
}

function gapLines(state: SessionState): readonly TranscriptLine[] {
  return state.gaps.map((gap, index) => {
    return { type: 'gap', key: `gap-${index}`, at: gap.from, to: gap.to, causes: gapCausesIn(state, gap) };
  });
}

function voiceLines(state: SessionState): readonly TranscriptLine[] {
  return state.voices.map(({ participantId, track, hearers, from: at, to }, index) => ({
    type: 'voice',
    key: `voice-${index}`,
    at,
    to,
    track,
    speaker: personIn(state, participantId),
    hearers: hearers.map((hearer) => personIn(state, hearer)),
  }));
}

function promptLines(state: SessionState): readonly TranscriptLine[] {
  return state.prompts.map((prompt): TranscriptLineOf<'prompt'> => {
    const { promptId, text, sentAt: at, spoken, skill, coachCode, deliveries } = prompt;
    return {
      type: 'prompt',
      key: `prompt-${promptId}`,
      at,
      promptId,
      text,
      caregiverName: caregiverIn(state, prompt),
      spoken,
      skill: skill ?? undefined,
      coachCode: coachCode ?? undefined,
      deliveries: Object.entries(deliveries).map(([id, outcome]) => {
        const device = ParticipantId.parse(id);
        const kind = findParticipant(state, device)?.device ?? undefined;
        return { device: personIn(state, device), kind, outcome };
      }),
    };
  });
}

function noteLines(state: SessionState): readonly TranscriptLine[] {
  return state.notes.map(({ noteId, author, at, text }) => {
    return { type: 'note', key: `note-${noteId}`, at, noteId, by: personIn(state, author), text };
  });
}
