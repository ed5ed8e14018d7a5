import { type ReactNode, type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveParts, useLiveView } from '#client/live/LiveContext.tsx';
import { CodePad } from '#client/live/pad/CodePad.tsx';
import { padCells } from '#client/live/pad/padCells.ts';
import type { Armed } from '#client/live/pad/useDoubt.ts';
import { padStatement } from '#client/live/padStatement.ts';
import { padTally, phaseNow } from '#client/live/windowScore.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { Hint } from './Hint.tsx';
import styles from './Pad.module.css';

type PadProps = {
  readonly program: Program;
  readonly place: RefObject<HTMLElement | null>;
  readonly awake: boolean;
  readonly mayUndo: boolean;
  /** Set while the pad waits for two codes of one utterance. */
  readonly armed: Armed | undefined;
  readonly give: (action: string, timeStamp: number) => void;
  /** Other content of the pad's corner. */
  readonly children?: ReactNode;
};

/** The lead coach's pad. Its corner says what is counted and what the pad waits for. */
export function Pad({ program, place, awake, mayUndo, armed, give, children }: PadProps) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const view = useLiveView();
  const phase = phaseNow(view.session, program);
  const cells = useMemo(() => padCells(program, phase), [program, phase]);
  const armedWords =
    armed && t(`pad.armed.${armed.mode}.${armed.first === undefined ? 'none' : 'one'}`, { first: armed.first ?? '' });
  return (
    <div className={styles['pad']} data-armed={armed?.mode}>
      <CodePad
        cells={cells}
        counts={padTally(view, program, live.now())}
        awake={awake}
        mayUndo={mayUndo}
        lit={armed?.first}
        give={give}
        place={place}
      >
        <div className={styles['corner']}>
          <p className={styles['state']} data-awake={awake} role={armed && 'status'}>
            {armedWords ?? t(`pad.${padStatement(view.session)}`)}
          </p>
          <Hint program={program} />
          {children}
        </div>
      </CodePad>
    </div>
  );
}
