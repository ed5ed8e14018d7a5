import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '#shared/protocol/http/devices.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import type { RoomTracks } from './browserMedia.ts';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { EarStart } from './ear/EarStart.tsx';
import { FamilySession } from './FamilySession.tsx';
import { openInBrowser } from './openInBrowser.ts';
import { tabMark } from './tabMark.ts';
import { Saying } from '#client/ui/calm/Saying.tsx';

/** An ear never needs the check. */
const FamilyCheck = lazy(async () => {
  const { FamilyCheck: component } = await import('./device-check/FamilyCheck.tsx');
  return { default: component };
});

type Entry = { readonly is: 'outside' } | { readonly is: 'in'; readonly tracks: RoomTracks | undefined };

/** What each device does before it knocks: an ear needs one tap, a device with a camera is checked. */
export function Entrance({ device }: { readonly device: Device }) {
  const { t, i18n } = useTranslation('family');
  const { language } = i18n;
  const [entry, setEntry] = useState<Entry>(() =>
    tabMark(browserPressStore('tab'), 'checked', device).isSet() && device.kind !== 'ear'
      ? { is: 'in', tracks: undefined }
      : { is: 'outside' },
  );
  const tracks = entry.is === 'in' ? entry.tracks : undefined;
  const open = useCallback(() => openInBrowser(device, tracks, language), [device, tracks, language]);

  function enter(checked: RoomTracks | undefined) {
    const store = browserPressStore('tab');
    tabMark(store, 'checked', device).set();
    // Whoever goes through the check again wants to be seen.
    tabMark(store, 'turned-off', device).clear();
    setEntry({ is: 'in', tracks: checked });
  }

  if (entry.is === 'in') return <FamilySession device={device} open={open} />;
  if (device.kind === 'ear') return <EarStart onStart={() => enter(undefined)} />;
  return (
    <CalmPage>
      <Suspense fallback={<Saying title={t('opening')} />}>
        <FamilyCheck onReady={enter} />
      </Suspense>
    </CalmPage>
  );
}
