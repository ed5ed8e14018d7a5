import { RemarkId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { nextMoment } from './codes/nextMoment.ts';
import type { ReviewCode } from './codes/reviewCodes.ts';
import { RATES, type ReviewPlayer, STEP_MS } from './player/createPlayer.ts';
import { useReview } from './reviewContext.ts';
import type { ReviewAct } from './reviewKey.ts';
import { spanAt } from './windowAt.ts';

type Acts = {
  readonly player: ReviewPlayer;
  readonly codes: readonly ReviewCode[];
  readonly disagreements: readonly number[];
  readonly picked: ReviewCode | undefined;
  readonly onPick: (code: ReviewCode) => void;
  readonly enter: (entry: ReviewEntry) => Promise<boolean>;
  readonly onHelp: () => void;
  /** Announces an action that has no visible result. */
  readonly onSay: (said: { readonly is: 'bookmarked' | 'no-more-codes' | 'no-more-disagreements' }) => void;
};

/** The actions of keys and buttons, in one place. */
export function usePlayerActs({ player, codes, disagreements, picked, onPick, enter, onHelp, onSay }: Acts) {
  const { windows } = useReview().review.state;

  /** While playing, starts earlier to give context. While paused, goes to the exact moment. */
  function goTo(at: number): void {
    if (player.isPlaying()) player.playAround(at);
    else player.seek(at);
  }

  function toCode(way: 'next' | 'previous'): void {
    const standing = codes.filter(({ counts }) => counts !== undefined);
    // During its lead-in the selected code is still ahead: continue from it, not to it again.
    const from = picked !== undefined && Math.abs(picked.at - player.now()) <= STEP_MS ? picked.at : player.now();
    const code = nextMoment(standing, ({ at }) => at, from, way);
    if (code === undefined) {
      onSay({ is: 'no-more-codes' });
      return;
    }
    onPick(code);
    goTo(code.at);
  }

  function toDisagreement(way: 'next' | 'previous'): void {
    const at = nextMoment(disagreements, (one) => one, player.now(), way);
    if (at === undefined) onSay({ is: 'no-more-disagreements' });
    else player.seek(at);
  }

  function changeRate(by: 1 | -1): void {
    const place = RATES.findIndex((rate) => rate === player.status().rate);
    const rate = RATES[place + by];
    if (rate !== undefined) player.setRate(rate);
  }

  function toggleLoop(): void {
    player.loop(player.status().loop === null ? (spanAt(windows, player.now()) ?? null) : null);
  }

  async function bookmark(): Promise<void> {
    const about = Math.round(player.now());
    const remarkId = RemarkId.parse(crypto.randomUUID());
    if (await enter({ type: 'bookmark.set', remarkId, about, label: '' })) onSay({ is: 'bookmarked' });
  }

  const acts: Readonly<Record<ReviewAct, () => void>> = {
    'play-pause': () => (player.isPlaying() ? player.pause() : player.play()),
    back: () => player.seek(player.now() - STEP_MS),
    forward: () => player.seek(player.now() + STEP_MS),
    'previous-code': () => toCode('previous'),
    'next-code': () => toCode('next'),
    'previous-disagreement': () => toDisagreement('previous'),
    'next-disagreement': () => toDisagreement('next'),
    slower: () => changeRate(-1),
    faster: () => changeRate(1),
    loop: toggleLoop,
    coach: () => player.letCoachSound(!player.status().coachOn),
    bookmark: () => void bookmark(),
    help: onHelp,
  };
  return acts;
}
