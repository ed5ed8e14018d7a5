import type { Part, Role } from '#shared/domain/people.ts';
import { type Phase, PHASES } from '#shared/domain/phase.ts';
import { type Actor, ACTORS } from './actors.ts';

/** Where an actor sends commands from: their part in a session and its phase, or `outside` every session. */
export type Place = Seat | 'outside';

export type Seat = {
  readonly role: Role;
  readonly part: Part;
  readonly phase: Phase;
  /** A phone that was paired for its earphone is that also before it is let in. */
  readonly isPairedEar: boolean;
};

/** Those with a session of their own, which is not the family’s next one. */
const ELSEWHERE: { readonly [A in Actor]?: Place } = {
  closedDevice: { role: 'caregiver', part: 'combined', phase: 'closed', isPairedEar: false },
  neverLetIn: { role: 'caregiver', part: 'knocking', phase: 'closed', isPairedEar: false },
  otherDevice: { role: 'caregiver', part: 'knocking', phase: 'preparing', isPairedEar: false },
};

/** Every place from which an actor may try a command. */
export function placesOf(actor: Actor): readonly Place[] {
  const { attends } = ACTORS[actor];
  if (attends === 'refused') return ['outside'];
  if (attends === 'elsewhere') return [ELSEWHERE[actor] ?? 'outside'];
  if (attends === 'lead') return LED.map((phase) => seat('therapist', attends, phase));
  if (attends === 'observer') {
    const role = actor === 'supervisor' ? 'supervisor' : 'therapist';
    return PHASES.map((phase) => seat(role, attends, phase));
  }
  // Nobody is let in before the lead coach comes.
  const isPairedEar = attends === 'ear';
  return PHASES.map((phase) => ({
    ...seat('caregiver', phase === 'preparing' ? 'knocking' : attends, phase),
    isPairedEar,
  }));
}

const seat = (role: Role, part: Part, phase: Phase): Seat => ({ role, part, phase, isPairedEar: false });

/** When the lead coach comes, the session no longer prepares. */
const LED = PHASES.filter((phase) => phase !== 'preparing');
