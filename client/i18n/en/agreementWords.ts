import { contraindication } from './contraindication.ts';

/** What a family agrees to about time-out, on its page. */
export const agreements = {
  title: 'Agreements',
  confidence: 'Ready to go on alone?',
  confidenceLead:
    'Your judgment of each caregiver. Graduating takes a yes for everyone, where the program asks for it.',
  confident: 'Yes',
  notConfident: 'Not yet',
  unjudged: 'not judged yet',
  saidYes: 'you find {{name}} able to go on alone',
  saidNo: 'not yet',
  timeOut: 'Time-out',
  timeOutLead: 'What happens when the child leaves the chair a second time. Nothing is set until you sign for it.',
  backup: {
    none: 'No back-up',
    room: 'A safe room nearby',
    'parent-leaves': 'The parent takes the toys and steps away',
  },
  backupMeans: {
    none: 'The child is brought back to the chair, each time.',
    room: 'After one warning in the whole treatment, the child waits shortly in a small, safe, lit room beside, in sight of the parent. The door is never locked.',
    'parent-leaves':
      'Nobody moves the child. The parent takes the toys, steps out of reach and gives no attention until it is calm.',
  },
  houseRules: 'House rules',
  houseRulesOn: 'A broken house rule leads straight to the chair, without a command or a warning.',
  houseRulesOff: 'Not yet. They come when commands and time-outs go well at home.',
  signed: 'Signed by {{name}}',
  unsigned: 'Nobody has signed',
  ...contraindication,
  change: 'Change the time-out agreement',
  dialog: {
    title: 'Time-out agreement',
    backup: 'When the child leaves the chair again',
    houseRules: 'A broken house rule leads straight to the chair',
    sign: 'I have gone through this with the caregivers, checked that it is safe and allowed where they live, and sign for it.',
    needSign: 'A back-up needs your signature.',
    submit: 'Save the agreement',
  },
} as const;
