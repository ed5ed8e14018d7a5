import { useState } from 'react';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { SetUpAuthenticator } from './SetUpAuthenticator.tsx';

/** Sets up a second factor, and shows the recovery codes once. */
export function SetUpFactor({ onDone }: { readonly onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) return <RecoveryCodeList codes={codes} onDone={onDone} />;
  return <SetUpAuthenticator onConfirmed={(made) => (made.length === 0 ? onDone() : setCodes(made))} />;
}
