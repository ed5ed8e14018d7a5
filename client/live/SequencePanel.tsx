import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { SequenceAction, SequenceView } from '#shared/session/sequence/sequenceView.ts';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import { useKeyLabel } from './keys/keySettings.ts';
import { NamedKey } from './keys/NamedKey.tsx';
import { useLiveParts } from './LiveContext.tsx';
import styles from './SequencePanel.module.css';
import { Ticking } from './Ticking.tsx';

type SequencePanelProps = {
  readonly program: Program;
  readonly sequence: SequenceView;
  /** Codes a step. Absent for observers. */
  readonly step?: (code: string, timeStamp: number) => void;
  /** Sends the parent the suggested words, with its key. Undefined while the coach may not speak. */
  readonly say?: ((words: string) => void) | undefined;
  readonly sayKey?: string | undefined;
};

/** State of a command sequence: the step in plain words, whose turn it is, its clock, and what can be coded now. */
export function SequencePanel({ program, sequence, step, say, sayKey }: SequencePanelProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { turn, clock, timeOut, actions } = sequence;
  const stop = actions.find(({ does }) => does === 'stop');
  return (
    <section className={styles['panel']} aria-label={t('sequence.label')}>
      <div className={styles['head']}>
        <h2>{t(`sequence.step.${sequence.step}`)}</h2>
        <span className={styles['turn']} data-turn={turn}>
          {t(`sequence.turn.${turn}`)}
        </span>
      </div>
      <div className={styles['clock']}>
        {clock && <StepClock {...clock} />}
        {step && stop && <Action action={stop} program={program} step={step} />}
      </div>
      {sequence.step === 'command-wait' && sequence.last?.isOpen === true && (
        <p className="caution small">
          {t('sequence.open')} <Why rule="PDI2" about={t('sequence.open')} />
        </p>
      )}
      <div className={styles['say']}>
        {sequence.say !== undefined &&
          (say ? (
            <button type="button" aria-keyshortcuts={sayKey && keyOf(sayKey)} onClick={() => say(sequence.say ?? '')}>
              {sayKey !== undefined && <NamedKey name={sayKey} />}
              <span>{sequence.say}</span>
            </button>
          ) : (
            <p>{sequence.say}</p>
          ))}
      </div>
      {timeOut && (
        <p className="quiet small figures">
          {t('sequence.chair', { time: formatClock(timeOut.chairMs, 'up') })}
          {timeOut.escapes > 0 && ` · ${t('sequence.escapes', { count: timeOut.escapes })}`}
        </p>
      )}
      {step && (
        <div className={styles['actions']}>
          {actions
            .filter(({ does }) => does !== 'stop')
            .map((action) => (
              <Action key={action.code} action={action} program={program} step={step} />
            ))}
        </div>
      )}
    </section>
  );
}

type ActionProps = {
  readonly action: SequenceAction;
  readonly program: Program;
  readonly step: (code: string, timeStamp: number) => void;
};

function Action({ action: { code, key, does }, program, step }: ActionProps) {
  const keyOf = useKeyLabel();
  const definition = findCode(program, code);
  return (
    <button
      type="button"
      className={styles['action']}
      data-does={does}
      title={definition?.definition}
      aria-keyshortcuts={keyOf(key)}
      onClick={(event) => step(code, event.timeStamp)}
    >
      <NamedKey name={key} />
      <span>{definition?.name ?? code}</span>
    </button>
  );
}

type StepClockProps = { readonly endsAt: number; readonly lengthMs: number };

/** The remaining time as a bar and in figures, then a text that time is up. */
function StepClock({ endsAt, lengthMs }: StepClockProps) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const left = Math.max(0, endsAt - live.now());
  const read = useCallback(() => {
    const ms = endsAt - live.now();
    return ms > 0 ? formatClock(ms, 'down') : t('sequence.timeUp');
  }, [endsAt, live, t]);
  return (
    <>
      <span className={styles['track']} aria-hidden>
        <span className={styles['fill']} style={{ width: `${Math.min(1, left / lengthMs) * 100}%` }} />
      </span>
      <Ticking className={styles['figures']} read={read} />
    </>
  );
}
