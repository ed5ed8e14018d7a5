import { createContext, type ReactNode, use, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { LiveSession } from '#client/api/liveSession.ts';
import type { LiveView } from '#client/api/liveView.ts';
import type { SignInWatch } from '#client/api/signInWatch.ts';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import type { CommandName } from '#shared/domain/permissions.ts';
import type { InputOf, OutputOf } from '#shared/protocol/contract.ts';
import type { LiveMedia, LiveTrack } from './liveMedia.ts';
import type { Message, Messages } from './messages.ts';
import { createQuietReader, type QuietView } from './quietView.ts';
import type { VoiceControl, VoiceState } from './voiceControl.ts';

/** The modules behind every screen of a live session. */
export type LiveParts = {
  readonly live: LiveSession;
  readonly media: LiveMedia;
  readonly voice: VoiceControl;
  readonly messages: Messages;
  readonly signIn: SignInWatch;
};

type Live = LiveParts & { readonly readQuiet: () => QuietView };

const LiveContext = createContext<Live | undefined>(undefined);

export function LiveProvider({ parts, children }: { readonly parts: LiveParts; readonly children: ReactNode }) {
  const live = useMemo(() => ({ ...parts, readQuiet: createQuietReader(parts.live.getSnapshot) }), [parts]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLiveParts(): Live {
  const parts = use(LiveContext);
  if (parts === undefined) throw new Error('A live screen needs a LiveProvider around it.');
  return parts;
}

/** The session without its codes. Users of this are not rendered again at each press. */
export function useQuietView(): QuietView {
  const { live, readQuiet } = useLiveParts();
  return useSyncExternalStore(live.subscribe, readQuiet);
}

/** The session with every code. */
export function useLiveView(): LiveView {
  const { live } = useLiveParts();
  return useSyncExternalStore(live.subscribe, live.getSnapshot);
}

/** What can be seen and heard now. */
export function useTracks(): readonly LiveTrack[] {
  const { media } = useLiveParts();
  return useSyncExternalStore(media.subscribe, media.getSnapshot);
}

/** State of this page's connection to the media server. */
export function useMediaStanding(): MediaStanding {
  const { media } = useLiveParts();
  return useSyncExternalStore(media.standing.subscribe, media.standing.getSnapshot);
}

/** Whether one's own sound output is gone, so that nothing is heard here. */
export function useOutputGone(): boolean {
  const { output } = useLiveParts().media;
  return useSyncExternalStore(output.subscribe, output.getSnapshot);
}

/** State of the transport over which one's own voice leaves this page. */
export function useOwnVoiceStanding(): MediaStanding {
  const { ownVoiceStanding } = useLiveParts().media;
  return useSyncExternalStore(ownVoiceStanding.subscribe, ownVoiceStanding.getSnapshot);
}

/** Whether one's own voice is open. */
export function useVoice(): VoiceState {
  const { voice } = useLiveParts();
  return useSyncExternalStore(voice.subscribe, voice.getSnapshot);
}

/** Measured state of one's own voice. */
export function useVoiceHealth(): VoiceHealth {
  const { ownVoice } = useLiveParts().media;
  return useSyncExternalStore(ownVoice.subscribe, ownVoice.getSnapshot);
}

export function useMessage(): Message | undefined {
  const { messages } = useLiveParts();
  return useSyncExternalStore(messages.subscribe, messages.getSnapshot);
}

/** Sends a command and shows the server's message if it refuses. Resolves to the answer, or undefined. */
export function useRun(): <N extends CommandName>(name: N, input: InputOf<N>) => Promise<OutputOf<N> | undefined> {
  const { live, messages } = useLiveParts();
  return useCallback(
    async (name, input) => {
      const reply = await live.ask(name, input);
      if (reply.ok) return reply.value;
      messages.fail(reply.error.message);
      return undefined;
    },
    [live, messages],
  );
}
