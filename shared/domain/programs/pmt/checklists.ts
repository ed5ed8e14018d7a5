import type { FidelityChecklist } from '../../supervision/fidelity.ts';
import { makeChecklist } from '../makeChecklist.ts';

/** In our own words; a clinic can replace it with its own list. Rule FID1. */
export const CHECKLISTS: readonly FidelityChecklist[] = [
  makeChecklist('prompting-teach', 'Teaching prompts and praise', [
    ['opposite', 'Settled on the behavior to build, in words that can be seen and counted'],
    ['prompts', 'Taught prompts that are calm, specific and given once'],
    ['praise', 'Taught praise that is warm, at once and says for what'],
    ['chart', 'Made the point chart together, with rewards that can be kept'],
    ['role-play', 'Had each caregiver rehearse prompt and praise'],
    ['home', 'Agreed on when to practice at home'],
  ]),
  makeChecklist('prompting-coach', 'Coaching prompts and praise', [
    ['check-in', 'Went through the point chart and the week'],
    ['coding', 'Coded ten minutes in silence'],
    ['prompts', 'Coached prompts that were given once'],
    ['praise', 'Coached praise within seconds of the behavior'],
    ['modelled', 'Praised the parent in the way that the child is to be praised'],
    ['feedback', 'Went through the counts, strengths first'],
    ['home', 'Adjusted the chart for the week'],
  ]),
  makeChecklist('reinforcement-teach', 'Teaching reinforcement', [
    ['shaping', 'Taught praising steps on the way'],
    ['ignoring', 'Taught planned ignoring, and attention as soon as it is over'],
    ['consequences', 'Taught consequences that are mild, brief and calm'],
    ['role-play', 'Had each caregiver rehearse each of them'],
    ['home', 'Planned what to do with the next refusal at home'],
  ]),
  makeChecklist('reinforcement-coach', 'Coaching reinforcement', [
    ['check-in', 'Went through the point chart and the week'],
    ['chances', 'Set up a task in which the behavior could come up'],
    ['coding', 'Coded ten minutes in silence'],
    ['caught', 'Coached reinforcing the behavior each time, in time'],
    ['ignoring', 'Coached leaving small troubles alone'],
    ['feedback', 'Went through the counts, strengths first'],
    ['home', 'Agreed on the next step of the chart'],
  ]),
];
