import { secondsInWords } from '../inWords.ts';
import type { FamilySkill } from '../program.ts';
import { CALM_WITHIN_MS } from './phases.ts';

/** What a family reads about each practice goal: what went well, what to try at home, and why. Rule CARD1. */
export const FAMILY_SKILLS: readonly FamilySkill[] = [
  {
    rule: 'NVR1',
    name: 'Talk to leave out',
    homeGoal: 'When it heats up, say one sentence: “We will come back to this.”',
    why: 'Threats and long arguments keep a fight going.',
  },
  {
    rule: 'NVR2',
    name: 'Meeting provocation calmly',
    praise: { reached: 'You met most provocations without a fight.', begun: 'You met a provocation without a fight.' },
    homeGoal: `Let ${secondsInWords(CALM_WITHIN_MS)} pass before you say anything.`,
    why: 'Without a fight, a provocation dies down.',
  },
  {
    rule: 'NVR5',
    name: 'Being there',
    praise: {
      reached: 'You said that you are there and will stay.',
      begun: 'You said that you are there and will stay.',
    },
    homeGoal: 'Say once a day: “I am here, and I stay.”',
    why: 'Being there, again and again, shows strength without force.',
  },
  {
    rule: 'NVR6',
    name: 'Giving in to leave out',
    homeGoal: 'When it gets loud, put it off. You can come back to it.',
    why: 'Giving in brings peace now, but a louder fight next time.',
  },
];
