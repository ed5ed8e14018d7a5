import { KeyCap } from '#client/ui/KeyCap.tsx';
import { useKeyLabel } from './keySettings.ts';

/** A key by its name in programs and the console, labeled as on this keyboard. */
export function NamedKey({ name }: { readonly name: string }) {
  return <KeyCap>{useKeyLabel()(name)}</KeyCap>;
}
