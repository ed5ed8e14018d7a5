import { useEffect, useState } from 'react';
import type { Device } from '#shared/protocol/http/devices.ts';
import { endingOf } from '#client/api/liveView.ts';
import { Ear } from './ear/Ear.tsx';
import { Ended } from './Ended.tsx';
import { FamilyProvider, useFamilyView, useLiveView } from './FamilyContext.tsx';
import type { FamilyDevice } from './familyDevice.ts';
import { FamilyRoom } from './room/FamilyRoom.tsx';
import { keepScreenOn } from './wakeLock.ts';

type Props = {
  readonly device: Device;
  /** Opens the session and its media. Called each time this device joins. */
  readonly open: () => FamilyDevice;
};

/** A family's device in its session, from the knock to the thank-you. */
export function FamilySession({ device, open }: Props) {
  const [running, setRunning] = useState<FamilyDevice>();
  const [visit, setVisit] = useState(1);

  useEffect(() => {
    const opened = open();
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what is opened here must be closed here
    setRunning(opened);
    return () => opened.close();
  }, [open, visit]);

  if (running === undefined) return null;
  return (
    <FamilyProvider family={{ device, running }}>
      <Screen onContinue={() => setVisit(visit + 1)} />
    </FamilyProvider>
  );
}

function Screen({ onContinue }: { readonly onContinue: () => void }) {
  const ending = endingOf(useLiveView());
  const { kind, coach } = useFamilyView();
  const isOver = ending !== undefined;

  useEffect(() => (isOver ? undefined : keepScreenOn(wakeLockHere(), document)), [isOver]);

  if (ending) {
    const look = { isDark: kind === 'ear', showsCards: kind !== 'room' };
    return <Ended ending={ending} coach={coach} {...look} onContinue={onContinue} />;
  }
  return kind === 'ear' ? <Ear /> : <FamilyRoom />;
}

/** Some browsers have none, although the types say so. */
function wakeLockHere(): WakeLock | undefined {
  return 'wakeLock' in navigator ? navigator.wakeLock : undefined;
}
