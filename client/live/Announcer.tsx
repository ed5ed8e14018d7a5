import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { useMessage } from './LiveContext.tsx';
import { useAnnouncements } from './useAnnouncements.ts';

/** The voice of the screen for those who listen to it. */
export function Announcer() {
  useAnnouncements();
  const message = useMessage();
  return <LiveRegion urgent={message?.failed === true}>{message?.text ?? ''}</LiveRegion>;
}
