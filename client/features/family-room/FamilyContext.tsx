import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import type { Device } from '#shared/protocol/http/devices.ts';
import { type LiveView, openingOf } from '#client/api/liveView.ts';
import type { FamilyDevice } from './familyDevice.ts';
import type { FamilyScene } from './familyStatements.ts';
import { type FamilyView, familyView } from './familyView.ts';

type Family = { readonly device: Device; readonly running: FamilyDevice };

const FamilyContext = createContext<Family | undefined>(undefined);

export function FamilyProvider({ family, children }: { readonly family: Family; readonly children: ReactNode }) {
  return <FamilyContext value={family}>{children}</FamilyContext>;
}

export function useRunning(): FamilyDevice {
  return useFamily().running;
}

export function useLiveView(): LiveView {
  return useStore(useRunning().live);
}

export function useFamilyView(): FamilyView {
  const { device } = useFamily();
  return familyView(useLiveView(), device);
}

/** Above this packet loss a voice begins to break up, in percent. */
const WEAK_FROM_LOSS_PERCENT = 6;

/** Everything that decides what this device's screen says. */
export function useScene(): FamilyScene {
  const { ownPicture, hasMicrophone, stopped, standing } = useStore(useRunning().media);
  const live = useLiveView();
  const { connection, self, quality } = live;
  const view = useFamilyView();
  const hasJoined = self !== undefined;
  return {
    view,
    connection,
    hasJoined,
    opening: openingOf(live),
    hasPicture: ownPicture !== undefined,
    hasSound: hasMicrophone,
    stopped: stopped.map(({ source }) => source),
    standing,
    isWeak: ((self && quality[self.participantId]?.lossPercent) ?? 0) >= WEAK_FROM_LOSS_PERCENT,
  };
}

type Store<T> = { readonly subscribe: (listener: () => void) => () => void; readonly getSnapshot: () => T };

export function useStore<T>({ subscribe, getSnapshot }: Store<T>): T {
  return useSyncExternalStore(subscribe, getSnapshot);
}

function useFamily(): Family {
  const family = use(FamilyContext);
  if (family === undefined) throw new Error('This screen is for inside a family’s session');
  return family;
}
