import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import type { CodeId } from '#shared/protocol/ids.ts';
import { AddCodeDialog } from './codes/AddCodeDialog.tsx';
import { CodeBar } from './codes/CodeBar.tsx';
import { CorrectDialog } from './codes/CorrectDialog.tsx';
import { disagreements } from './codes/disagreements.ts';
import { type ReviewCode, reviewCodes } from './codes/reviewCodes.ts';
import { useSayCode } from './codes/useSayCode.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { LanesPanel } from './lanes/LanesPanel.tsx';
import { PlayerControls } from './player/PlayerControls.tsx';
import { PlayerView } from './player/PlayerView.tsx';
import type { SessionPlayer } from './player/usePlayer.ts';
import { useReview } from './reviewContext.ts';
import { SidePanels } from './SidePanels.tsx';
import { useEnter } from './useEnter.ts';
import { usePlayerActs } from './usePlayerActs.ts';
import { useReviewKeys } from './useReviewKeys.ts';
import css from './Workspace.module.css';

type Asked =
  | { readonly is: 'keys' }
  | { readonly is: 'correct'; readonly code: ReviewCode }
  | { readonly is: 'add'; readonly at: number };

/** An open review: the room on the left, tabs on the right, the whole session below. */
export function Workspace({ session }: { readonly session: SessionPlayer }) {
  const { t } = useTranslation('review');
  const { state, program } = useReview().review;
  const { player } = session;
  const sayCode = useSayCode();
  const { enter, failure } = useEnter();
  const codes = useMemo(() => reviewCodes(state, program), [state, program]);
  const places = useMemo(() => disagreements(state, program), [state, program]);
  const [pickedId, setPickedId] = useState<CodeId>();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
  const picked = pickedId && codes.find(({ codeId }) => codeId === pickedId);

  function pick(code: ReviewCode): void {
    setPickedId(code.codeId);
    setSaid(sayCode(code));
  }

  const acts = usePlayerActs({
    player,
    codes,
    disagreements: places,
    picked,
    onPick: pick,
    enter,
    onHelp: () => setAsked({ is: 'keys' }),
    onSay: ({ is }) => setSaid(t(`said.${is}`)),
  });
  useReviewKeys((act) => acts[act]());
  const close = () => setAsked(undefined);

  return (
    <div className={css['workspace']}>
      <div className={css['stage']}>
        <PlayerView session={session} />
        <PlayerControls player={player} acts={acts} canLoop={state.windows.length > 0}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('keys.title')}
            title={`${t('keys.title')} (?)`}
            onClick={acts.help}
          >
            <IconKeyboard size={20} stroke={1.5} aria-hidden="true" />
          </ActionIcon>
        </PlayerControls>
      </div>
      <SidePanels />
      <div className={css['lanes']}>
        {failure === undefined ? null : <HttpErrorNote error={failure} />}
        <LanesPanel player={player} codes={codes} picked={picked} onPick={pick}>
          <CodeBar
            code={picked}
            onPlay={({ at }) => player.playAround(at)}
            onCorrect={(code) => setAsked({ is: 'correct', code })}
            onAdd={() => setAsked({ is: 'add', at: player.now() })}
          />
        </LanesPanel>
      </div>
      <LiveRegion>{said}</LiveRegion>
      {asked?.is === 'keys' && <KeysDialog onClose={close} />}
      {asked?.is === 'correct' && <CorrectDialog code={asked.code} onClose={close} />}
      {asked?.is === 'add' && <AddCodeDialog at={asked.at} onClose={close} />}
    </div>
  );
}
