export const ROLES = ['therapist', 'supervisor', 'caregiver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * A family joins with one *combined* device (camera, microphone and earphones) or with two: a *room* device that sees
 * and listens and never plays sound, and an *ear* that only plays.
 */
export const DEVICE_KINDS = ['combined', 'room', 'ear'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A role in one session. A device of a family is `knocking` until a person lets it in; then its kind decides. */
export const PARTS = ['lead', 'observer', 'knocking', ...DEVICE_KINDS] as const;
export type Part = (typeof PARTS)[number];

/** The parts that each role can have. An admin manages people and records, and takes part in no session. */
export const PARTS_OF_ROLE: { readonly [R in Role]: readonly Part[] } = {
  therapist: ['lead', 'observer'],
  supervisor: ['lead', 'observer'],
  caregiver: ['knocking', 'combined', 'room', 'ear'],
  admin: [],
};
