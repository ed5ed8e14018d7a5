import type { RuleArea } from './rule.ts';

const LAW = 'Separate agreement to a recording, with its purpose: telehealth practice; jurisdictions differ';

export const RECORDING: RuleArea = {
  title: 'Recording (RCD)',
  note: 'A recorder is a listener like any other: it gets what its rows allow, and nothing else.',
  rules: [
    {
      id: 'RCD1',
      says: 'The room’s picture, its sound and the coach’s voice can be recorded, each by itself, from check-in to the end of feedback; the coach’s voice only where somebody may hear it, and the supervisor’s never.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD2',
      says: 'Nothing is recorded without a consent that stands in the session’s log: the family’s for picture and for sound, given by one of its caregivers and withdrawn by any of them, and each coach’s for their own voice.',
      source: LAW,
      confidence: 'reported',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD3',
      says: 'What is withdrawn or held is no longer recorded within a second; what could not be recorded is shown as a gap, with the reason.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD4',
      says: 'A recording carries a map from its own time to session time, so that a code stands within 33 ms (95 of 100) of what it codes.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD5',
      says: 'A recording is watched once its session is closed, by its lead therapist and by supervisors, and never kept in a cache on the way.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD6',
      says: 'A recording lies encrypted on the disk, piece by piece under a key of its own that the clinic’s key wraps; a piece that was changed, moved or left out is noticed and never shown. What was cut off plays up to there and is marked as incomplete.',
      source: 'HIPAA Security Rule, 45 CFR 164.312(a)(2)(iv) and (c)(1); the exact form is ours',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD7',
      says: 'A recording is erased by destroying its key, and then its files; a session whose recording was erased records no more.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD8',
      says: 'A recording is exported as one file that runs in session time, black and silent where nothing was recorded, and only what is agreed to when it is made and when it is handed out. Until then it lies encrypted, and then it is deleted.',
      source: '',
      confidence: 'ours',
      judgedBy: ['recording'],
    },
    {
      id: 'RCD9',
      says: 'A caregiver may take back after the session that the family was recorded: from then on nothing of the room is played, heard for speech or handed out. The recording stays locked until it is erased; codes, words and report stay.',
      source: LAW,
      confidence: 'ours',
      judgedBy: ['recording'],
    },
  ],
};
