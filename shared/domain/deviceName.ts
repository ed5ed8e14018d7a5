import type { DeviceKind } from './people.ts';

type Named = { readonly caregiverId: string; readonly name: string };
type FamilyDevice = { readonly device: DeviceKind; readonly wearer: string | null };

/** A device's wearer and what it is now. A room camera, or what nobody wears yet, is named after all caregivers. */
export function deviceName({ device, wearer }: FamilyDevice, caregivers: readonly Named[]): string {
  const own = caregivers.filter(({ caregiverId }) => device !== 'room' && caregiverId === wearer);
  const names = (own.length > 0 ? own : caregivers).map(({ name }) => name);
  return `${names.join(' and ')}’s ${THINGS[device]}`;
}

const THINGS = { combined: 'phone', room: 'room camera', ear: 'earphones' } as const;
