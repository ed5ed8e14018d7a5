import { useTranslation } from 'react-i18next';
import type { ImportResult } from '#shared/protocol/imports.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { SendImport } from './SendImport.tsx';

type Props = { readonly transcript: Transcript; readonly onDone: (result: ImportResult) => void };

/** A coded transcript. It defines all its words itself. */
export function TranscriptForm({ transcript, onDone }: Props) {
  const { t } = useTranslation('imports');
  const { events, windows } = transcript;
  return (
    <SendImport transcripts={[transcript]} onDone={onDone}>
      <p>
        {t('summary', { count: events.length })} {t('windows', { count: windows.length })}
      </p>
    </SendImport>
  );
}
