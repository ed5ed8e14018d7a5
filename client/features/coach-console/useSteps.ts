import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { caregiverName } from '#client/components/live/participants.ts';
import { useQuietView, useRun } from '#client/components/live/LiveContext.tsx';
import { useProgramme } from '#client/components/live/useProgramme.ts';
import { formatClock } from '#client/components/formatClock.ts';
import { WindowId } from '#shared/protocol/ids.ts';
import type { Step } from './nextSteps.ts';

/** Takes a step. */
export function useTakeStep(): (step: Step) => void {
  const run = useRun();
  return useCallback(
    (step) => {
      switch (step.does) {
        case 'check-in':
          return void run('phase:check-in', {});
        case 'code': {
          const windowId = WindowId.parse(crypto.randomUUID());
          return void run('coding:start', { windowId, kind: 'cdi', caregiverId: step.caregiverId });
        }
        case 'pause':
          return void run('coding:pause', { reason: '' });
        case 'resume':
          return void run('coding:resume', {});
        case 'stop':
          return void run('coding:stop', {});
        case 'coach':
          return void run('coaching:start', {});
        case 'feedback':
          return void run('feedback:start', {});
        case 'close':
          return void run('session:close', {});
      }
    },
    [run],
  );
}

/** What a step is called now. */
export function useStepWords(): (step: Step) => string {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const length = formatClock(useProgramme()?.phases[0].windowMs ?? 0, 'up');
  return (step) => {
    if (step.does === 'code') {
      const name = caregiverName(session, step.caregiverId);
      return step.again ? t('steps.codeAgain', { name }) : t('steps.code', { name, length });
    }
    if (step.does === 'coach' && session.phase === 'feedback') return t('steps.coachAgain');
    if (step.does === 'feedback' && session.phase === 'check-in') return t('steps.feedbackEarly');
    return t(`steps.${step.does}`);
  };
}
