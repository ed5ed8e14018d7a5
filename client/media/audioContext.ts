let context: AudioContext | undefined;

/** The page's one AudioContext: browsers allow few. Until somebody has clicked it may stand still, and starts by itself after. */
export function audioContext(): AudioContext {
  context ??= new AudioContext({ latencyHint: 'interactive' });
  if (context.state === 'suspended') void context.resume();
  return context;
}
