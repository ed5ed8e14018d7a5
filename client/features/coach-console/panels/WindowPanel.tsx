import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { WindowId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';
import { VoidForm } from './VoidForm.tsx';

type WindowPanelProps = { readonly program: Program; readonly windowId: WindowId; readonly onDone: () => void };

/** The coach's ratings of a whole window. Each choice is saved at once. */
export function WindowPanel({ program, windowId, onDone }: WindowPanelProps) {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const window = session.windows.find((one) => one.windowId === windowId);
  if (window === undefined) return null;
  const ratings = findTreatmentPhase(program, window.kind)?.ratings ?? [];
  return (
    <>
      {ratings.map(({ id, label, scale }, index) => (
        <Radio.Group
          key={id}
          label={label}
          value={window.ratings[id] ?? null}
          onChange={(value) => void run('window:rate', { windowId, ratings: { [id]: value } })}
        >
          <div className={css['scale']}>
            {scale.map((value, place) => (
              <Radio
                key={value}
                value={value}
                label={value}
                data-autofocus={(index === 0 && place === 0) || undefined}
              />
            ))}
          </div>
        </Radio.Group>
      ))}
      {window.voided === undefined ? (
        <VoidForm windowId={windowId} onDone={onDone} />
      ) : (
        <p>{t('mastery.void', { reason: window.voided })}</p>
      )}
    </>
  );
}
