let context: AudioContext | undefined;

/** The page's one AudioContext, because browsers allow few. May be suspended until a click. */
export function audioContext(): AudioContext {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  if (context.state === 'suspended') void context.resume();
  return context;
}
