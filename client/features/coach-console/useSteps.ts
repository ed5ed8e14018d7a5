import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { useLiveParts, useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { caregiverName } from '#client/live/participants.ts';
import { sequenceOn } from '#client/live/useSequence.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { WindowId } from '#shared/protocol/ids.ts';
import { holdsTheSession } from '#shared/session/sequence/sequenceView.ts';
import type { Step } from './nextSteps.ts';
import type { OpenPanel } from './panels.ts';

/** Steps that would leave the child in the middle of a sequence. Rule SEQ11. */
const LEAVING: readonly Step['does'][] = ['code', 'stop', 'feedback'];

/** Takes a step. During a sequence, closing asks for confirmation and the other leaving steps are blocked. */
export function useTakeStep(program: Program, openPanel: OpenPanel): (step: Step) => void {
  const { t } = useTranslation('console');
  const { live, messages } = useLiveParts();
  const run = useRun();
  return (step) => {
    const sequence = sequenceOn(live.getSnapshot(), program, live.now());
    if (sequence && holdsTheSession(sequence)) {
      if (step.does === 'close') {
        openPanel({ is: 'leave' });
        return;
      }
      if (LEAVING.includes(step.does)) {
        messages.fail(t('sequence.notNow', { step: t(`sequence.step.${sequence.step}`) }));
        return;
      }
    }
    take(step, run);
  };
}

function take(step: Step, run: ReturnType<typeof useRun>): void {
  switch (step.does) {
    case 'check-in':
      return void run('phase:check-in', {});
    case 'code': {
      const { caregiverId, treatmentPhase: kind } = step;
      const windowId = WindowId.parse(crypto.randomUUID());
      return void run('coding:start', { windowId, kind, caregiverId });
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
}

/** The label of a step: complete for the next step, short for the others. */
export function useStepWords(program: Program): (step: Step, isNext: boolean) => string {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const hasMany = program.phases.length > 1;
  return (step, isNext) => {
    if (step.does === 'code') {
      const name = caregiverName(session, step.caregiverId);
      const coded = findTreatmentPhase(program, step.treatmentPhase) ?? program.phases[0];
      const [phase, length] = [coded.shortName, formatClock(coded.windowMs, 'up')];
      if (!isNext && hasMany) return t(step.again ? 'steps.codePhaseAgain' : 'steps.codePhase', { phase });
      if (step.again) return t(hasMany ? 'steps.codeAgainIn' : 'steps.codeAgain', { name, phase });
      return t(hasMany ? 'steps.codeIn' : 'steps.code', { name, phase, length });
    }
    if (step.does === 'coach' && session.phase === 'feedback') return t('steps.coachAgain');
    if (step.does === 'feedback' && session.phase === 'check-in') return t('steps.feedbackEarly');
    return t(`steps.${step.does}`);
  };
}
