import type { FidelityChecklist } from '../../supervision/fidelity.ts';
import { makeChecklist } from '../makeChecklist.ts';

/** In our own words; a clinic can replace it with its own list. Rule FID1. */
export const CHECKLISTS: readonly FidelityChecklist[] = [
  makeChecklist('attunement-teach', 'Teaching attunement', [
    ['story', 'Set the child’s behavior beside the child’s story'],
    ['qualities', 'Taught the four qualities, each with a moment of this family'],
    ['limits', 'Taught setting a limit while staying connected'],
    ['repair', 'Taught how to mend after a rupture'],
    ['own', 'Asked what makes it hard for the parent to stay open'],
    ['role-play', 'Tried it in role-play, with the parent as the child too'],
  ]),
  makeChecklist('attunement-coach', 'Coaching attunement', [
    ['safety', 'Made sure that parent and child felt safe to begin'],
    ['coding', 'Coded ten minutes in silence'],
    ['ratings', 'Rated the four qualities after it'],
    ['least', 'Coached the skill that is nearest to its goal'],
    ['own-way', 'Met the parent with the same four qualities'],
    ['repair', 'Coached repair where there was a rupture'],
    ['feedback', 'Looked back on a moment of connection'],
    ['week', 'Agreed on one moment a day to look for'],
  ]),
];
