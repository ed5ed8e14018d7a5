import { memo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { useLiveParts, useLiveView } from '#client/live/LiveContext.tsx';
import { padStatement } from '#client/live/padStatement.ts';
import { padTally, phaseNow } from '#client/live/windowScore.ts';
import { type CodeDefinition, findCode, type Program, type Valence } from '#shared/domain/programs/program.ts';
import { Hint } from './Hint.tsx';
import styles from './Pad.module.css';
import type { Armed } from '#client/live/pad/useDoubt.ts';

type PadProps = {
  readonly program: Program;
  readonly place: RefObject<HTMLDivElement | null>;
  readonly awake: boolean;
  readonly mayUndo: boolean;
  /** Two codes are awaited for one utterance. */
  readonly armed: Armed | undefined;
  readonly give: (action: string, timeStamp: number) => void;
  /** What else has its place in the pad's corner. */
  readonly children?: ReactNode;
};

/** The codes of the program where the fingers find them, with the keys that give them and what they came to. */
export function Pad({ program, place, awake, mayUndo, armed, give, children }: PadProps) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const view = useLiveView();
  const tally = padTally(view, program, live.now());
  const kind = phaseNow(view.session, program).id;
  const armedWords =
    armed && t(`pad.armed.${armed.mode}.${armed.first === undefined ? 'none' : 'one'}`, { first: armed.first ?? '' });
  return (
    <section className={styles['pad']} aria-label={t('pad.label')} data-armed={armed?.mode}>
      <div className={styles['keys']} ref={place}>
        {program.pad.flat().map((cell) => {
          const definition = findCode(program, cell);
          return (
            <PadKey
              key={cell}
              action={cell}
              definition={definition}
              keys={definition?.keys ?? program.undoKeys}
              valence={definition && (definition.valence[kind] ?? 'neutral')}
              count={tally[cell] ?? 0}
              isAwake={cell === 'undo' ? mayUndo : awake}
              isCandidate={armed?.first === cell}
              give={give}
            />
          );
        })}
        <div className={styles['corner']}>
          <p className={styles['state']} data-awake={awake} role={armed && 'status'}>
            {armedWords ?? t(`pad.${padStatement(view.session)}`)}
          </p>
          <Hint program={program} />
          {children}
        </div>
      </div>
    </section>
  );
}

type PadKeyProps = Pick<PadProps, 'give'> & {
  /** A code, or `undo`. */
  readonly action: string;
  readonly definition: CodeDefinition | undefined;
  readonly keys: readonly string[];
  readonly valence: Valence | undefined;
  readonly count: number;
  readonly isAwake: boolean;
  /** The first of the two codes that are awaited. */
  readonly isCandidate: boolean;
};

/** One key of the pad. It is drawn again only when its own count changes. */
const PadKey = memo(function PadKey({
  action,
  definition,
  keys,
  valence,
  count,
  isAwake,
  isCandidate,
  give,
}: PadKeyProps) {
  const { t } = useTranslation('console');
  const name = definition?.name ?? t('pad.undo');
  return (
    <button
      type="button"
      className={styles['key']}
      data-action={action}
      aria-disabled={!isAwake}
      data-candidate={isCandidate || undefined}
      title={definition ? `${name}: ${definition.definition}` : name}
      aria-keyshortcuts={keys.join(' ')}
      onPointerDown={(event) => {
        if (event.button === 0) give(action, event.timeStamp);
      }}
      onClick={(event) => {
        // A click without a pointer is the keyboard's or a screen reader's.
        if (event.detail === 0) give(action, event.timeStamp);
      }}
    >
      <span className={styles['caps']} aria-hidden>
        {(definition ? keys : keys.slice(0, 1)).map((key) => (
          <kbd key={key}>{key.toUpperCase()}</kbd>
        ))}
      </span>
      {definition && valence ? (
        <>
          <CodeChip code={action} valence={valence} tone={definition.tone} />
          <span className="visually-hidden">{t('pad.count', { name, count })}</span>
          <span className={styles['count']} aria-hidden>
            {count}
          </span>
        </>
      ) : (
        <span className={styles['undo']}>{name}</span>
      )}
    </button>
  );
});
