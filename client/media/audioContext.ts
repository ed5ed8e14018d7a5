let context: AudioContext | undefined;

/**
 * The page's one AudioContext, because browsers allow few. It may be suspended until somebody clicks, and then starts
 * by itself.
 */
export function audioContext(): AudioContext {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  if (context.state === 'suspended') void context.resume();
  return context;
}
