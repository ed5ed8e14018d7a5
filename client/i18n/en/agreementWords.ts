import { contraindication } from './contraindication.ts';

/** What a family agrees to about time-out, on its page. */
export const agreements = {
  title: 'Agreements',
  confidence: 'Ready to continue alone?',
  confidenceLead:
    'Your judgment of each caregiver. If the program requires it, the family can graduate only when your answer is yes for every caregiver.',
  confident: 'Yes',
  notConfident: 'Not yet',
  unjudged: 'not judged yet',
  saidYes: 'you judged {{name}} ready to continue alone',
  saidNo: 'not yet',
  timeOut: 'Time-out',
  timeOutLead: 'What happens when the child leaves the chair a second time. Nothing applies until you sign.',
  backup: {
    none: 'No back-up',
    room: 'A safe room nearby',
    'parent-leaves': 'The parent takes the toys and steps away',
  },
  backupMeans: {
    none: 'The parent brings the child back to the chair each time.',
    room: 'After one warning in the whole treatment, the child waits briefly in a small, safe, lit room nearby, where the parent can see them. The door is never locked.',
    'parent-leaves':
      'Nobody moves the child. The parent takes the toys, steps out of reach and gives no attention until the child is calm.',
  },
  houseRules: 'House rules',
  houseRulesOn: 'If the child breaks a house rule, the parent takes them to the chair without a command or a warning.',
  houseRulesOff: 'Not yet. House rules start when commands and time-outs go well at home.',
  signed: 'Signed by {{name}}',
  unsigned: 'Nobody has signed',
  ...contraindication,
  change: 'Change the time-out agreement',
  dialog: {
    title: 'Time-out agreement',
    backup: 'When the child leaves the chair again',
    houseRules: 'Breaking a house rule leads straight to the chair',
    sign: 'I have discussed this with the caregivers and checked that it is safe, and legal where they live. I sign for it.',
    needSign: 'Sign to set a back-up.',
    submit: 'Save the agreement',
  },
} as const;
