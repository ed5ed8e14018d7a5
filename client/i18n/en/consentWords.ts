/** The purposes of a family’s consents: their names, and what a caregiver reads before they answer. */
export const purpose = {
  live: 'Sessions by video',
  'record-room': 'Recording the room',
  transcript: 'Writing down what is said',
  supervision: 'Supervision',
  training: 'Training of staff',
  research: 'Research',
} as const;

/** Version 1 of each wording. A change is a new version in `CONSENT_WORDINGS`. */
export const explained = {
  live: 'We meet by video. Your therapist sees and hears the room during a session and counts what you say.',
  'record-room': 'The clinic may record picture and sound of the room. You are asked again in each session.',
  transcript: 'A computer of the clinic may write down the words that are spoken in a recording.',
  supervision: 'A supervisor of your therapist may watch a session, live or recorded, to make the help better.',
  training: 'People who learn this work at the clinic may see a recording.',
  research: 'A recording, and what was counted, may be used to find out what helps families.',
} as const;
