import { explained, purpose } from './consentWords.ts';

/** What a caregiver agreed to, on their own page. */
export const words = {
  title: 'What I agreed to',
  opening: 'One moment …',
  lead: 'You decide about each of these. You can change your mind at any time, and the help goes on.',
  mine: 'For me',
  forChild: 'For my child',
  forChildNamed: 'For my child ({{initials}})',
  notGuardian: 'Your therapist has not noted that you decide for the child. Please tell them if you do.',
  purpose,
  explained,
  is: {
    given: 'You said yes, until {{until}}.',
    refused: 'You said no.',
    withdrawn: 'You changed your answer to no.',
    expired: 'Your yes ended on {{until}}.',
    outdated: 'Please answer again: the sentence changed.',
    'not-asked': 'You have not answered yet.',
  },
  yes: 'Yes',
  no: 'No',
  takeBack: 'Change to no',
  assent: {
    ask: 'What does your child think?',
    agrees: 'My child agrees',
    objects: 'My child does not want it',
    'too-young': 'Too young to ask',
    back: 'Back',
  },
  saved: 'Saved.',
  back: 'Back to my diary',
  failed: 'This could not be saved. Nothing has changed. Please try again.',
  offline: 'We can’t load this now. Check that this phone is connected to the internet.',
  again: 'Try again',
} as const;
