export const ROLES = ['therapist', 'supervisor', 'caregiver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * A family joins with one *combined* device (camera, microphone and earphones), or with two: a *room*
 * device that sees and listens and never plays a sound, and an *ear* that only plays.
 */
export const DEVICE_KINDS = ['combined', 'room', 'ear'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/**
 * What someone is to one session. One member of staff is its lead coach and the others observe; a family
 * device is `knocking` until a person lets it in, and from then on what its kind says.
 */
export const PARTS = ['lead', 'observer', 'knocking', ...DEVICE_KINDS] as const;
export type Part = (typeof PARTS)[number];

/** The parts that each role can have at all. An admin looks after people and records, and sits in no session. */
export const PARTS_OF_ROLE: { readonly [R in Role]: readonly Part[] } = {
  therapist: ['lead', 'observer'],
  supervisor: ['lead', 'observer'],
  caregiver: ['knocking', 'combined', 'room', 'ear'],
  admin: [],
};
