import { useTranslation } from 'react-i18next';
import { useRun } from '#client/live/LiveContext.tsx';
import type { WindowId } from '#shared/protocol/ids.ts';
import { ReasonForm, SHORTEST_REASON } from './ReasonForm.tsx';

type VoidFormProps = { readonly windowId: WindowId; readonly onDone: () => void };

/** Voids a window, with the reason. Rule WIN4. */
export function VoidForm({ windowId, onDone }: VoidFormProps) {
  const { t } = useTranslation('console');
  const run = useRun();
  const declare = async (reason: string) => {
    if (await run('window:void', { windowId, reason })) onDone();
  };
  return (
    <ReasonForm
      label={t('window.voidReason')}
      description={t('window.voidText')}
      submitLabel={t('window.declareVoid')}
      shortest={SHORTEST_REASON}
      isMain={false}
      onSend={(reason) => void declare(reason)}
    />
  );
}
