import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { useMessage } from './LiveContext.tsx';
import { useAnnouncements } from './useAnnouncements.ts';

/** Announces events to screen readers. */
export function Announcer() {
  useAnnouncements();
  const message = useMessage();
  return <LiveRegion urgent={message?.failed === true}>{message?.text ?? ''}</LiveRegion>;
}
