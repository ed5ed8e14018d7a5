import { useTranslation } from 'react-i18next';
import { useRun } from '#client/live/LiveContext.tsx';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { ReasonForm, SHORTEST_REASON } from './ReasonForm.tsx';

type OverridePanelProps = { readonly device: ParticipantId; readonly onDone: () => void };

/** Lets the whisper through to unchecked earphones. The reason goes into the record. */
export function OverridePanel({ device, onDone }: OverridePanelProps) {
  const { t } = useTranslation('console');
  const run = useRun();
  const open = async (reason: string) => {
    if (await run('ear-check:override', { participantId: device, reason })) onDone();
  };
  return (
    <ReasonForm
      label={t('override.reason')}
      description={t('override.text')}
      submitLabel={t('override.go')}
      shortest={SHORTEST_REASON}
      isMain
      onSend={(reason) => void open(reason)}
    />
  );
}
