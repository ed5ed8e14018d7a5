import { isTyping } from '#client/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import { type ReviewAct, reviewKey } from './reviewKey.ts';

/** Keys of the whole page. Inactive while somebody types, in dialogs, and for keys that the focused element needs. */
export function useReviewKeys(act: (act: ReviewAct) => void): void {
  useWindowKeys(
    (event) => {
      if (event.isComposing || event.defaultPrevented) return;
      const asked = reviewKey(event);
      if (asked === undefined || belongsToFocus(event, asked)) return;
      takeKey(event);
      act(asked);
    },
    () => undefined,
  );
}

/** Arrow keys belong to sliders, tabs and rows; Space belongs to a button that was focused by keyboard. */
function belongsToFocus({ key, target }: KeyboardEvent, asked: ReviewAct): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role=dialog]') !== null) return true;
  const isSlider = target.matches('input[type=range]');
  if (isTyping(target) && !isSlider) return true;
  if (key.startsWith('Arrow'))
    return isSlider || target.closest('[role=tablist], [role=radiogroup], [data-own-keys]') !== null;
  if (asked === 'slower' || asked === 'faster') return target.closest('[data-own-keys]') !== null;
  return key === ' ' && target.matches(':is(button, a, summary, [role=tab], input):focus-visible') && !isSlider;
}
