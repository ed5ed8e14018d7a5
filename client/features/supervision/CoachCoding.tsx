import { useTranslation } from 'react-i18next';
import { CoachFigures } from '#client/live/coaching/CoachFigures.tsx';
import { useLiveParts, useLiveView } from '#client/live/LiveContext.tsx';
import { useTick } from '#client/live/useTick.ts';
import { findParticipant } from '#shared/session/sessionState.ts';
import { codesIn, type Program } from '#shared/domain/programs/program.ts';
import { coachingOf } from '#shared/session/coachStatements.ts';
import { coachCoder, withOwnUnsent } from './coachCoding.ts';
import css from './CoachCoding.module.css';
import { CoachPad } from './CoachPad.tsx';
import { useIsBlind } from './useIsBlind.ts';

/** A supervisor codes what the coach says and sees the figures. Hidden from the lead coach. Rule AUD5. */
export function CoachCoding({ program }: { readonly program: Program }) {
  const { t } = useTranslation('supervision');
  const { live } = useLiveParts();
  const view = useLiveView();
  const { phase, inPlay } = view.session;
  // What the parent did is hidden from a blind coder, and the figures depend on it.
  const isBlind = useIsBlind();
  useTick(1_000, phase === 'coaching');

  const session = withOwnUnsent(view);
  // A press at this very moment already counts.
  const metrics = coachingOf(session, program, live.now() + 1);
  const coder = coachCoder(session, program);
  const other = coder === view.self?.participantId ? undefined : coder && findParticipant(session, coder);
  const awake = phase === 'coaching' && other === undefined;

  const give = (action: string, timeStamp: number) => {
    if (!awake || inPlay === undefined) return;
    if (action === 'undo') live.undo(codesIn(program, 'coach').map(({ code }) => code));
    else live.press(action, inPlay, timeStamp);
  };
  const state = () => {
    if (other !== undefined) return t('coach.taken', { name: other.name });
    return t(awake ? 'coach.keys' : 'coach.asleep');
  };

  return (
    <section className={css['coding']} aria-label={t('coach.label')}>
      <CoachPad program={program} counts={metrics?.counts ?? {}} awake={awake} give={give} />
      <p className={css['state']}>{state()}</p>
      {metrics !== null && !isBlind && (
        <>
          <h2 className={css['now']}>{t('coach.now')}</h2>
          <CoachFigures metrics={metrics} />
        </>
      )}
      <p className={css['state']}>{t('coach.private')}</p>
    </section>
  );
}
