import type { FidelityChecklist } from '../../supervision/fidelity.ts';
import { makeChecklist } from '../makeChecklist.ts';

/** In our own words; a clinic can replace it with its own list. Rule FID1. */
export const CHECKLISTS: readonly FidelityChecklist[] = [
  makeChecklist('cdi-teach', 'Teaching about anxiety and child-led play', [
    ['anxiety', 'Explained what anxiety is, and how keeping away from what is feared feeds it'],
    ['ladder', 'Began the ladder of what the child fears, from least to most'],
    ['skills', 'Taught the skills of child-led play'],
    ['role-play', 'Had each caregiver try them in role-play'],
    ['home', 'Agreed on practice at home'],
  ]),
  makeChecklist('cdi-coach', 'Coaching child-led play', [
    ['check-in', 'Looked back on the week and on practice at home'],
    ['coding', 'Coded five minutes in silence'],
    ['coached', 'Coached one skill of child-led play, by what was counted'],
    ['brave', 'Coached praise for anything brave'],
    ['feedback', 'Went through the counts, strengths first'],
  ]),
  makeChecklist('exposure-coach', 'Coaching with exposure', [
    ['step', 'Chose a step of the ladder that the child can manage'],
    ['coding', 'Coded five minutes in silence'],
    ['warm', 'Coached the parent to stay warm and close, and not to rescue'],
    ['stay', 'Stayed with the step until the child was calmer'],
    ['praise', 'Coached praise that names the brave step'],
    ['feedback', 'Looked back with the family, and chose the next step'],
  ]),
  makeChecklist('dads-teach', 'Teaching the steps', [
    ['steps', 'Taught each of the steps, and why they come in this order'],
    ['model', 'Showed the steps before asking for them'],
    ['role-play', 'Had each caregiver rehearse them, with a child who holds back'],
    ['plan', 'Planned the first rung to climb with them'],
  ]),
  makeChecklist('dads-coach', 'Coaching the steps', [
    ['check-in', 'Looked back on brave steps at home'],
    ['rung', 'Chose one rung of the ladder for today'],
    ['describe', 'Coached describing what is there before anything is asked'],
    ['approach', 'Coached the parent to go first'],
    ['command', 'Coached one clear, kind thing to do'],
    ['attention', 'Coached attention to every brave step, and little to fear'],
    ['feedback', 'Went through what the child managed'],
    ['home', 'Agreed on the rung to climb at home'],
  ]),
];
