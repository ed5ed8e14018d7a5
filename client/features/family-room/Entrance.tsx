import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#shared/protocol/http.ts';
import { EarStart } from './ear/EarStart.tsx';
import { FamilySession } from './FamilySession.tsx';
import { type FamilyChoice, openInBrowser } from './openInBrowser.ts';

/** What each device does before it knocks: an ear takes one tap, and a device with a camera is checked. */
export function Entrance({ device }: { readonly device: Device }) {
  const { i18n } = useTranslation('family');
  const [chosen, setChosen] = useState<FamilyChoice | undefined>(device.kind === 'ear' ? undefined : {});
  const { kind } = device;
  const { language } = i18n;
  const open = useCallback(() => openInBrowser(kind, chosen ?? {}, language), [kind, chosen, language]);

  if (chosen) return <FamilySession device={device} open={open} />;
  return <EarStart onStart={() => setChosen({})} />;
}
