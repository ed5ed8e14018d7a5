import { useTranslation } from 'react-i18next';
import { shownCodes } from '#client/api/shownCodes.ts';
import { useLiveParts, useLiveView } from '#client/live/LiveContext.tsx';
import { useTick } from '#client/live/useTick.ts';
import { phaseNow } from '#client/live/windowScore.ts';
import { codingHint } from '#shared/domain/codingHint.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import css from './Hint.module.css';

/** Hints consider at most this many last codes. */
const LOOKED_AT = 12;

/** A quiet line about a pattern in the last codes. Rules HNT1, HNT2. */
export function Hint({ program }: { readonly program: Program }) {
  const { t } = useTranslation('console');
  const { live } = useLiveParts();
  const view = useLiveView();
  const isAwake = view.session.phase === 'coding' || view.session.phase === 'coaching';
  useTick(500, isAwake);

  if (!isAwake) return null;
  const last = shownCodes(view)
    .filter(({ coder, undone }) => coder === view.self?.participantId && !undone)
    .slice(-LOOKED_AT)
    .toSorted((one, other) => one.at - other.at)
    .map(({ code, at }) => ({ code, at, stream: findCode(program, code)?.stream }));
  const hint = codingHint(last, phaseNow(view.session, program).sequence, live.now());
  return <p className={css['hint']}>{hint && t(`hint.${hint.is}`, { code: hint.code })}</p>;
}
