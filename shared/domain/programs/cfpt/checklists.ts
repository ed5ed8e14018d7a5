import type { FidelityChecklist } from '../../supervision/fidelity.ts';
import { makeChecklist } from '../makeChecklist.ts';

/** In our own words; a clinic can replace it with its own list. Rule FID1. */
export const CHECKLISTS: readonly FidelityChecklist[] = [
  makeChecklist('connection-teach', 'Teaching one-on-one time', [
    ['feelings', 'Met the parent’s own feelings before teaching anything'],
    ['time', 'Taught one-on-one time: the child leads, nothing else is on'],
    ['praise', 'Taught praise that names what is praised'],
    ['ignoring', 'Taught active ignoring, and coming back warmly'],
    ['self', 'Practiced a kind sentence to oneself for hard moments'],
    ['home', 'Agreed on when it fits into the day'],
  ]),
  makeChecklist('connection-coach', 'Coaching one-on-one time', [
    ['check-in', 'Asked how the week was for child and parent'],
    ['coding', 'Coded ten minutes in silence'],
    ['validated', 'Put understanding before each correction of the parent'],
    ['praise', 'Coached praise and naming the child’s feelings'],
    ['repair', 'Welcomed each repair, and shamed nobody'],
    ['feedback', 'Went through what worked, and why'],
    ['home', 'Agreed on one-on-one time until the next session'],
  ]),
  makeChecklist('guidance-teach', 'Teaching instructions and rules', [
    ['validate', 'Taught naming the feeling before the limit'],
    ['instructions', 'Taught instructions that are clear, kind and one at a time'],
    ['rules', 'Wrote house rules together, few and in positive words'],
    ['rewards', 'Planned rewards that can be given as agreed'],
    ['role-play', 'Had each caregiver rehearse an instruction that is refused'],
  ]),
  makeChecklist('guidance-coach', 'Coaching instructions and rules', [
    ['check-in', 'Asked how rules and rewards went at home'],
    ['coding', 'Coded ten minutes in silence'],
    ['instructions', 'Coached instructions that validate first'],
    ['follow', 'Coached acting on rules as they were written'],
    ['validated', 'Put understanding before each correction of the parent'],
    ['feedback', 'Went through what worked, and why'],
    ['home', 'Agreed on one rule to hold to this week'],
  ]),
];
