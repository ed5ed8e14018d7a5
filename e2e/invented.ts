/**
 * The people whom stories invent, besides the demo's. A story takes their names from here, so that the log of every story
 * is searched for them.
 */
export const INVENTED_STAFF = {
  tess: { name: 'Tess Novak', email: 'tess@clinic.example', role: 'admin' },
  noor: { name: 'Noor Haddad', email: 'noor@clinic.example', role: 'therapist' },
} as const;

export const INVENTED_FAMILIES = {
  haugen: { name: 'Haugen', caregiverNames: ['Liv'] },
  kestrel: { name: 'Kestrel', caregiverNames: ['Ada'] },
  marlowe: { name: 'Marlowe', caregiverNames: ['Robin'] },
  quetzalbrink: { name: 'Quetzalbrink', caregiverNames: ['Zephyrinde'] },
  /** With names as long as real ones can be. */
  long: {
    name: 'Vanderhoeven-Abdulrahman',
    caregiverNames: ['Maximiliane-Charlotte', 'Bartholomäus-Alexander'],
  },
} as const;

export type InventedPerson = (typeof INVENTED_STAFF)[keyof typeof INVENTED_STAFF];
export type InventedFamily = (typeof INVENTED_FAMILIES)[keyof typeof INVENTED_FAMILIES];
