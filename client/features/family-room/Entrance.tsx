import { useState } from 'react';
import type { Device } from '#shared/protocol/http.ts';
import { EarStart } from './ear/EarStart.tsx';
import { FamilySession } from './FamilySession.tsx';
import type { FamilyDevice } from './familyDevice.ts';

type Props = { readonly device: Device };

/** What each device does before it knocks: an ear takes one tap, and a device with a camera is checked. */
export function Entrance({ device }: Props) {
  const [open, setOpen] = useState<() => FamilyDevice>();
  if (open) return <FamilySession device={device} open={open} />;
  return <EarStart onStart={() => setOpen(undefined)} />;
}
