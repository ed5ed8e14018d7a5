import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import { useKeyLabel } from '#client/live/keys/keySettings.ts';
import { familyDevices } from '#client/live/participants.ts';
import { useLiveParts, useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { useTick } from '#client/live/useTick.ts';
import { nextSteps, type Step } from './nextSteps.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { OpenPanel } from './panels.ts';
import styles from './StepsBar.module.css';
import { useStepWords, useTakeStep } from './useSteps.ts';

type StepsBarProps = { readonly program: Program; readonly openPanel: OpenPanel };

/** The next step and the other possible steps. The same bar in every phase, the usual next step first. */
export function StepsBar({ program, openPanel }: StepsBarProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { live } = useLiveParts();
  const { session } = useQuietView();
  const takeStep = useTakeStep(program, openPanel);
  const wordsOf = useStepWords(program);
  useTick(10_000, session.phase === 'coaching');
  const { next, isDue, others } = nextSteps(session, program, live.now());

  // The close button is always in the same place, also if closing is the next step.
  const close = next?.does === 'close' ? next : others.find((step) => step.does === 'close');

  const button = (step: Step, isNext: boolean) =>
    step.held ? (
      <HoldButton key={step.does} onHeld={() => takeStep(step)} tone={step.does === 'close' ? 'danger' : 'plain'}>
        {wordsOf(step, isNext)}
      </HoldButton>
    ) : (
      <Button
        key={step.does + wordsOf(step, isNext)}
        className={styles['step']}
        data-next={isNext || undefined}
        size={isNext ? 'md' : 'sm'}
        variant={isNext && isDue ? 'filled' : 'default'}
        onClick={() => takeStep(step)}
        aria-keyshortcuts={
          [isNext && 'Shift+Enter', isPauseKey(step) && keyOf('p')].filter(Boolean).join(' ') || undefined
        }
        rightSection={
          (isNext || isPauseKey(step)) && <KeyCap isOnButton>{isPauseKey(step) ? keyOf('p') : '⇧ ↵'}</KeyCap>
        }
      >
        {wordsOf(step, isNext)}
      </Button>
    );

  return (
    <section className={styles['bar']} aria-label={t('steps.label')}>
      {next && next.does !== 'close' && button(next, true)}
      {others.filter((step) => !step.held).map((step) => button(step, false))}
      {session.phase === 'coding' && (
        <Button className={styles['step']} size="sm" variant="default" onClick={() => openPanel({ is: 'pause' })}>
          {t('steps.pauseWhy')}
        </Button>
      )}
      {others.filter((step) => step.does === 'stop').map((step) => button(step, false))}
      {session.phase === 'preparing' && <p className={styles['hint']}>{t('steps.opening')}</p>}
      {session.phase === 'waiting' && familyDevices(session).length === 0 && (
        <Button className={styles['step']} size="sm" variant="default" onClick={() => openPanel({ is: 'link' })}>
          {t('steps.sendLink')}
        </Button>
      )}
      <span className={styles['space']} />
      <InPlay />
      {close && (
        <span className={styles['close']} data-next={next?.does === 'close'}>
          {button(close, false)}
        </span>
      )}
    </section>
  );
}

/** Who plays with the child now. Cannot change while coding runs: a window belongs to one caregiver. */
function InPlay() {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  if (session.caregivers.length < 2) return null;
  const mayChoose = ['check-in', 'coaching', 'feedback'].includes(session.phase);
  return (
    <div className={styles['inPlay']} role="group" aria-label={t('steps.inPlay')}>
      <span aria-hidden>{t('steps.inPlay')}</span>
      {session.caregivers.map(({ caregiverId, name }) => (
        <button
          key={caregiverId}
          type="button"
          aria-pressed={session.inPlay === caregiverId}
          disabled={!mayChoose && session.inPlay !== caregiverId}
          onClick={() => mayChoose && void run('caregiver:choose', { caregiverId })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function isPauseKey({ does }: Step): boolean {
  return does === 'pause' || does === 'resume';
}
