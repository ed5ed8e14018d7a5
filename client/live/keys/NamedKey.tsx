import { KeyCap } from '#client/ui/KeyCap.tsx';
import { useKeyLabel } from './keySettings.ts';

/** A key by the name that programs and the console have for it, as it is labeled on this keyboard. */
export function NamedKey({ name }: { readonly name: string }) {
  return <KeyCap>{useKeyLabel()(name)}</KeyCap>;
}
