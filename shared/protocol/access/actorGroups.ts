import { type Actor, EVERY_ACTOR } from './actors.ts';

type Group = { readonly says: string; readonly actors: readonly Actor[] };

const ADMINS = ['admin', 'becameAdmin', 'unconfirmedAdmin'] as const;
const TREATING = ['therapist', 'unconfirmed'] as const;
const SUPERVISORS = ['supervisor', 'formerSupervisor', 'otherSupervisor'] as const;
const THERAPISTS = [
  ...TREATING,
  ...['covering', 'colleague', 'formerTherapist', 'coverEnded', 'otherTherapist', 'becameTherapist'],
] as const satisfies readonly Actor[];
const CARDS = ['combined', 'room', 'ear', 'knocking', 'closedDevice', 'otherDevice'] as const;

/** Whom a route lets in, as seen from one family. */
export const ACTOR_GROUPS = {
  anybody: { says: 'Anybody', actors: EVERY_ACTOR },
  /** The secret lets in, not the browser: nobody is let in by their cookie. */
  secret: { says: 'Whoever sends the right secret', actors: [] },
  staff: { says: 'All staff', actors: [...ADMINS, ...THERAPISTS, ...SUPERVISORS] },
  admins: { says: 'Admins', actors: ADMINS },
  coaches: { says: 'Therapists and supervisors', actors: [...THERAPISTS, ...SUPERVISORS] },
  therapists: { says: 'Therapists', actors: THERAPISTS },
  supervisors: { says: 'Supervisors', actors: SUPERVISORS },
  therapistsAndAdmins: { says: 'Therapists and admins', actors: [...THERAPISTS, ...ADMINS] },
  sees: { says: 'Who treats, covers or supervises the family', actors: [...TREATING, 'covering', 'supervisor'] },
  changes: { says: 'Who treats or covers the family', actors: [...TREATING, 'covering'] },
  assigns: { says: 'Who treats or supervises the family, and admins', actors: [...TREATING, 'supervisor', ...ADMINS] },
  asksErasure: { says: 'Who treats or supervises the family', actors: [...TREATING, 'supervisor'] },
  holds: { says: 'Who supervises the family, and admins', actors: ['supervisor', ...ADMINS] },
  endsCover: {
    says: 'Who treats, covers or supervises the family, and admins',
    actors: [...TREATING, 'covering', 'supervisor', ...ADMINS],
  },
  themselves: { says: 'The person whose it is', actors: TREATING },
  themselvesOrSupervisor: {
    says: 'The person whose it is, and their supervisors',
    actors: [...TREATING, 'supervisor'],
  },
  devices: { says: 'Devices, about their own session', actors: [...CARDS, 'neverLetIn'] },
  cards: { says: 'Devices that were let in or still may be, about their own session', actors: CARDS },
  pages: { says: 'Caregivers, on their own page', actors: ['diary', 'partnersDiary', 'otherDiary'] },
  ownPage: { says: 'The caregiver whose page it is', actors: ['diary'] },
} as const satisfies Record<string, Group>;

export type ActorGroup = keyof typeof ACTOR_GROUPS;
