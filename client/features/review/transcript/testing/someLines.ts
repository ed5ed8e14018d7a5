import type { Program } from '#shared/domain/programs/program.ts';
import { CodeId, NoteId, ParticipantId, PromptId, RemarkId, UtteranceId, WindowId } from '#shared/protocol/ids.ts';
import type { TranscriptLine, TranscriptLineOf } from '#shared/session/review/transcriptLine.ts';

const id = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const NOOR = { participantId: ParticipantId.parse('noor'), name: 'Noor' };
const ADA = { participantId: ParticipantId.parse('ada'), name: 'Ada' };
const PHONE = { participantId: ParticipantId.parse('phone'), name: 'Maria’s phone' };

/** For tests: one code of the parent at this time. */
export function aCodeLine(n: number, over: Partial<TranscriptLineOf<'code'>>): TranscriptLineOf<'code'> {
  return {
    type: 'code',
    key: `code-${n}`,
    at: n * 1_000,
    codeId: CodeId.parse(id(n)),
    code: 'BD',
    stream: 'parent',
    treatmentPhase: 'cdi',
    caregiverName: 'Maria',
    coder: NOOR,
    byLead: true,
    standing: { is: 'given' },
    candidates: undefined,
    mode: undefined,
    effective: true,
    latePress: undefined,
    isOpen: false,
    isOutside: false,
    words: undefined,
    ...over,
  };
}

/** For tests: at least one line of each kind, in order. */
export function someLines({ phases }: Pick<Program, 'phases'>): readonly TranscriptLine[] {
  const typed = {
    source: 'typed',
    text: 'You put it up high',
    utteranceId: UtteranceId.parse(id(1)),
    by: NOOR,
  } as const;
  const window = {
    type: 'window',
    windowId: WindowId.parse(id(1)),
    kind: phases[0].id,
    caregiverName: 'Maria',
  } as const;
  return [
    { type: 'phase', key: 'phase-1', at: 60_000, phase: 'coding' },
    { ...window, key: 'window-1', at: 60_000, is: 'began', voided: undefined },
    aCodeLine(1, { at: 62_000, code: 'LP', words: { source: 'transcribed', text: 'I love how gently you build' } }),
    aCodeLine(2, { at: 64_500, words: typed }),
    { type: 'uncoded', key: 'uncoded-1', at: 70_000, to: 71_800 },
    aCodeLine(3, {
      ...{ at: 74_000, code: 'RF', coder: ADA, byLead: false },
      standing: { is: 'corrected', to: 'UP', why: 'nothing was said back', by: ADA },
    }),
    aCodeLine(4, { at: 78_000, code: 'QU', standing: { is: 'undone' } }),
    aCodeLine(5, { at: 79_000, code: 'CO', stream: 'child' }),
    {
      ...{ type: 'words', key: 'typed-1', at: 81_000, to: 81_000, speaker: 'child' },
      words: { ...typed, utteranceId: UtteranceId.parse(id(2)), text: 'Look!' },
    },
    { type: 'gap', key: 'gap-1', at: 90_000, to: 102_000, causes: ['picture'] },
    { type: 'step', key: 'step-1', at: 110_000, step: 'command-wait', outcome: undefined },
    { ...window, key: 'window-end-1', at: 360_000, is: 'ended', voided: undefined },
    { type: 'phase', key: 'phase-2', at: 360_000, phase: 'coaching' },
    { type: 'voice', key: 'voice-1', at: 365_000, to: 367_200, track: 'coach-voice', speaker: NOOR, hearers: [PHONE] },
    {
      ...{ type: 'prompt', key: 'prompt-1', at: 370_000, promptId: PromptId.parse(id(1)), text: 'Say what you like' },
      ...{ caregiverName: 'Maria', spoken: true, skill: 'LP', coachCode: undefined },
      deliveries: [{ device: PHONE, kind: 'combined', outcome: 'spoken' }],
    },
    { type: 'note', key: 'note-1', at: 380_000, noteId: NoteId.parse(id(1)), by: NOOR, text: 'She missed it twice' },
    {
      type: 'bookmark',
      key: 'remark-1',
      at: 390_000,
      remarkId: RemarkId.parse(id(1)),
      by: ADA,
      label: 'Lovely moment',
    },
    {
      ...{ type: 'comment', key: 'remark-2', at: 391_000, remarkId: RemarkId.parse(id(2)), by: ADA },
      ...{ text: 'See how calm he is here.', answers: undefined },
    },
  ];
}
