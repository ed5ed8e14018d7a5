import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { useRun } from '#client/live/LiveContext.tsx';
import { useSequence } from '#client/live/useSequence.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { holdsTheSession } from '#shared/session/sequence/sequenceView.ts';
import css from './panels.module.css';

type LeavePanelProps = { readonly program: Program; readonly onDone: () => void };

/** Confirms closing in the middle of a sequence, and says where the sequence is. Rule SEQ11. */
export function LeavePanel({ program, onDone }: LeavePanelProps) {
  const { t } = useTranslation('console');
  const run = useRun();
  const sequence = useSequence(program);
  const isHeld = holdsTheSession(sequence);
  const step = t(`sequence.step.${sequence?.step ?? 'play'}`);
  return (
    <div className={css['stack']}>
      <p role="status">{isHeld ? t('leave.text', { step }) : t('leave.over')}</p>
      <Button data-autofocus onClick={onDone}>
        {t('leave.stay')}
      </Button>
      <HoldButton tone="danger" onHeld={() => void run('session:close', isHeld ? { inSequence: true } : {})}>
        {!isHeld ? t('steps.close') : sequence?.timeOut ? t('leave.timeOut') : t('leave.sequence')}
      </HoldButton>
    </div>
  );
}
